import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES, DELIVERIES } from '~/domain/course/course';
import { DISTRICTS } from '~/domain/organisation/districts';
import { CheckboxField } from './choice-fields';
import classes from './course.module.css';
import { DateField, SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useLanguage } from './use-words';

export interface CatalogueState {
  q: string;
  category?: string;
  district?: string;
  delivery?: string;
  from?: string;
  until?: string;
  free?: string;
  open?: string;
  sort?: string;
}

/** Conditions of the catalogue: the three that most people use, and the rest folded away. */
export const CatalogueFilter = ({ state }: { state: CatalogueState }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const folded = !(state.delivery || state.from || state.until || state.free || state.open);
  const districts = DISTRICTS.map(({ code, zh, en }) => ({ value: code, label: language === 'en' ? en : zh }));
  return (
    <FilterBar keep={state.sort ? { sort: state.sort } : {}}>
      <TextField
        name="q"
        type="search"
        inputMode="search"
        label={t('catalogue.search')}
        placeholder={t('catalogue.placeholder')}
        defaultValue={state.q}
        maxLength={100}
      />
      <SelectField
        name="category"
        label={t('field.category')}
        placeholder={t('catalogue.allCategories')}
        defaultValue={state.category}
        options={COURSE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <SelectField
        name="district"
        label={t('field.district')}
        placeholder={t('catalogue.allDistricts')}
        defaultValue={state.district}
        options={[...districts, { value: 'city', label: t('cityLevel') }]}
      />
      <details className={`${classes.more} ${classes.moreFilters}`} open={!folded}>
        <summary>{t('catalogue.more')}</summary>
        <div className={classes.extra}>
          <SelectField
            name="delivery"
            label={t('field.delivery')}
            placeholder={t('catalogue.allDeliveries')}
            defaultValue={state.delivery}
            options={DELIVERIES.map((value) => ({ value, label: t(`delivery.${value}`) }))}
          />
          <DateField name="from" label={t('catalogue.from')} defaultValue={state.from} />
          <DateField name="until" label={t('catalogue.until')} defaultValue={state.until} />
          <div className={classes.checks}>
            <CheckboxField name="open" value="1" label={t('catalogue.open')} defaultChecked={state.open === '1'} />
            <CheckboxField name="free" value="1" label={t('catalogue.free')} defaultChecked={state.free === '1'} />
          </div>
        </div>
      </details>
    </FilterBar>
  );
};
