import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '~/domain/health-care/visit';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { DateField, NumberField, TextArea, TextField } from './fields';
import { Form, FormActions } from './form';
import classes from './visit.module.css';

interface ChecklistFormProps {
  checklist: {
    titleZh: string;
    titleEn: string;
    inForceFromOn: string;
    isOfficial: boolean;
    documentNo: string;
    items: readonly ChecklistItem[];
  };
  isNew: boolean;
  /** Blocks that the form offers, filled or empty. */
  lines: number;
}

/** A draft as one form: its name, from when, and a block per line. Adds, changes, moves and removes lines without JavaScript. */
export const ChecklistForm = ({ checklist, isNew, lines }: ChecklistFormProps) => {
  const { t } = useTranslation('visit');
  return (
    <Form name="checklist" columns>
      <TextField name="titleZh" label={t('checklist.titleZh')} defaultValue={checklist.titleZh} maxLength={60} />
      <TextField name="titleEn" label={t('checklist.titleEn')} defaultValue={checklist.titleEn} maxLength={120} />
      <DateField name="inForceFromOn" label={t('checklist.from')} hint={t('checklist.fromHint')} defaultValue={checklist.inForceFromOn} />
      <TextField
        name="documentNo"
        label={t('checklist.documentNo')}
        hint={t('checklist.documentHint')}
        defaultValue={checklist.documentNo}
        maxLength={60}
        optional
      />
      <CheckboxField
        name="isOfficial"
        label={t('checklist.isOfficial')}
        hint={t('checklist.isOfficialHint')}
        defaultChecked={checklist.isOfficial}
      />
      <div className={classes.lines} id="lines" tabIndex={-1}>
        <h3>{t('checklist.linesTitle')}</h3>
        <p className={classes.soft}>{t('checklist.linesIntro')}</p>
        {[...new Array(lines).keys()].map((at) => (
          <ChecklistLine key={at} at={at} item={checklist.items[at]} />
        ))}
      </div>
      <FormActions>
        <SubmitButton intent="save">{t(isNew ? 'checklist.create' : 'checklist.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

const ChecklistLine = ({ at, item }: { at: number; item: ChecklistItem | undefined }) => {
  const { t } = useTranslation('visit');
  const optional = !item;
  return (
    <fieldset className={classes.line}>
      <legend>{t('checklist.line', { n: at + 1 })}</legend>
      <div className={classes.small}>
        <NumberField name={`order.${at}`} label={t('checklist.order')} defaultValue={at + 1} maxLength={3} />
        <TextField name={`code.${at}`} label={t('checklist.code')} defaultValue={item?.code} maxLength={12} optional />
      </div>
      <div className={classes.fields}>
        <TextField
          name={`sectionZh.${at}`}
          label={t('checklist.sectionZh')}
          defaultValue={item?.sectionZh}
          maxLength={40}
          optional={optional}
        />
        <TextField
          name={`sectionEn.${at}`}
          label={t('checklist.sectionEn')}
          defaultValue={item?.sectionEn}
          maxLength={60}
          optional={optional}
        />
      </div>
      <div className={classes.fields}>
        <TextArea
          name={`textZh.${at}`}
          label={t('checklist.textZh')}
          defaultValue={item?.textZh}
          rows={3}
          maxLength={300}
          optional={optional}
        />
        <TextArea
          name={`textEn.${at}`}
          label={t('checklist.textEn')}
          defaultValue={item?.textEn}
          rows={3}
          maxLength={500}
          optional={optional}
        />
      </div>
      <TextField
        name={`source.${at}`}
        label={t('checklist.source')}
        hint={t('checklist.sourceHint')}
        defaultValue={item?.source}
        maxLength={200}
        optional
      />
    </fieldset>
  );
};
