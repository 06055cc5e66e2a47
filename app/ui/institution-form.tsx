import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PREMISES, REGISTRAR_TYPES, SERVICE_TYPES } from '~/domain/organisation/institution';
import type { FileFacts } from '~/domain/organisation/institution-facts';
import { LEGAL_NATURES } from '~/domain/organisation/organisation';
import { CheckboxGroup } from './choice-fields';
import type { NamedPerson } from './fact-value';
import { NumberField, SelectField, TextField } from './fields';
import classes from './institution.module.css';

interface Props {
  facts: FileFacts;
  people: readonly NamedPerson[];
}

export const FormPart = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <fieldset className={classes.part}>
    <legend>{title}</legend>
    {hint && <p>{hint}</p>}
    <div className={classes.fields}>{children}</div>
  </fieldset>
);

/** What the filing record asks for, apart from what only the district says. */
export const FileFields = ({ facts, people }: Props) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const choices = <V extends string>(values: readonly V[], word: (value: V) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  const unknown = t('form.unknown');
  const text = (name: 'name' | 'uscc' | 'legalRepName' | 'subdistrict' | 'address' | 'contactName', max: number, optional?: boolean) => (
    <TextField name={name} label={t(`fact.${name}`)} defaultValue={facts[name]} maxLength={max} optional={optional} />
  );
  return (
    <>
      <FormPart title={t('form.basic')}>
        {text('name', 100)}
        {text('uscc', 40)}
        <SelectField
          name="legalNature"
          label={t('fact.legalNature')}
          defaultValue={facts.legalNature}
          options={choices(LEGAL_NATURES, (value) => t(`organisation:legalNature.${value}`))}
        />
        <SelectField
          name="registrarType"
          label={t('fact.registrarType')}
          optional
          placeholder={unknown}
          defaultValue={facts.registrarType}
          options={choices(REGISTRAR_TYPES, (value) => t(`registrar.${value}`))}
        />
        <SelectField
          name="isProfit"
          label={t('fact.isProfit')}
          optional
          placeholder={unknown}
          defaultValue={facts.isProfit === null ? '' : facts.isProfit ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('profit') },
            { value: 'no', label: t('nonprofit') },
          ]}
        />
        {text('legalRepName', 50, true)}
        <SelectField
          name="principalPersonId"
          label={t('fact.principalPersonId')}
          hint={t('form.principalHint')}
          optional
          placeholder={t('form.nobody')}
          defaultValue={facts.principalPersonId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormPart>
      <FormPart title={t('form.contact')}>
        {text('subdistrict', 50, true)}
        {text('address', 200)}
        {text('contactName', 100)}
        <TextField name="contactPhone" label={t('fact.contactPhone')} type="tel" defaultValue={facts.contactPhone} maxLength={40} />
        <TextField
          name="contactEmail"
          label={t('fact.contactEmail')}
          type="email"
          optional
          defaultValue={facts.contactEmail}
          maxLength={200}
        />
      </FormPart>
      <FormPart title={t('form.service')}>
        <CheckboxGroup
          name="serviceTypes[]"
          label={t('fact.serviceTypes')}
          defaultValue={facts.serviceTypes}
          options={choices(SERVICE_TYPES, (value) => t(`service.${value}`))}
        />
        <SelectField
          name="premises"
          label={t('fact.premises')}
          optional
          placeholder={unknown}
          defaultValue={facts.premises}
          options={choices(PREMISES, (value) => t(`premises.${value}`))}
        />
        {(['buildingM2', 'indoorM2', 'outdoorM2'] as const).map((name) => (
          <NumberField key={name} decimal name={name} label={t(`fact.${name}`)} optional defaultValue={facts[name]} maxLength={10} />
        ))}
      </FormPart>
    </>
  );
};
