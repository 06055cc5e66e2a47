import { useTranslation } from 'react-i18next';
import { CARE_GROUPS } from '~/domain/organisation/institution';
import type { FileFacts } from '~/domain/organisation/institution-facts';
import { CheckboxField } from './choice-fields';
import { DateField, NumberField, TextField } from './fields';
import { FormPart } from './institution-form';

/** How many classes of each group, with how many places in all. */
export const ClassFields = ({ facts }: { facts: FileFacts }) => {
  const { t } = useTranslation('institution');
  const of = (group: string) => facts.classes.find(({ careGroup }) => careGroup === group);
  return (
    <FormPart title={t('form.classes')} hint={t('form.classesHint')}>
      {CARE_GROUPS.flatMap((group) => [
        <NumberField
          key={`${group} classes`}
          name={`${group}Classes`}
          label={t('form.count', { group: t(`group.${group}`) })}
          optional
          defaultValue={of(group)?.classes}
          maxLength={2}
        />,
        <NumberField
          key={`${group} places`}
          name={`${group}Places`}
          label={t('form.places', { group: t(`group.${group}`) })}
          optional
          defaultValue={of(group)?.places}
          maxLength={3}
        />,
      ])}
    </FormPart>
  );
};

/** Meals for both; number, site and recognition for the district alone. */
export const RecognitionFields = ({ facts, official }: { facts: FileFacts } & { official: boolean }) => {
  const { t } = useTranslation(['institution', 'organisation']);
  return (
    <FormPart title={t('form.recognition')}>
      {official && (
        <>
          <TextField
            name="filingNo"
            label={t('fact.filingNo')}
            hint={t('form.filingNoHint')}
            optional
            defaultValue={facts.filingNo}
            maxLength={40}
          />
          <NumberField
            name="siteNo"
            label={t('fact.siteNo')}
            hint={t('organisation:facts.siteNoHint')}
            defaultValue={facts.siteNo}
            maxLength={3}
          />
          <CheckboxField name="isInclusive" label={t('fact.isInclusive')} defaultChecked={facts.isInclusive} />
          <DateField name="inclusiveSince" label={t('fact.inclusiveSince')} optional defaultValue={facts.inclusiveSince} />
          <CheckboxField name="isDemonstration" label={t('fact.isDemonstration')} defaultChecked={facts.isDemonstration} />
        </>
      )}
      <CheckboxField name="providesMeals" label={t('fact.providesMeals')} defaultChecked={facts.providesMeals} />
      <DateField name="foodPermitUntil" label={t('fact.foodPermitUntil')} optional defaultValue={facts.foodPermitUntil} />
    </FormPart>
  );
};
