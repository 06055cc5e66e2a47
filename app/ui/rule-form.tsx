import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES, CERTIFICATE_LEVELS, OCCUPATIONS } from '~/domain/certificate/certificate';
import { RULE_CODES, type RuleClause, type RuleCode } from '~/domain/certificate/counting-rule';
import { SubmitButton } from './button';
import { CheckboxField, CheckboxGroup } from './choice-fields';
import { DateField, SelectField, TextField } from './fields';
import { Form, FormActions } from './form';
import classes from './rate.module.css';

interface RuleFormProps {
  rule: {
    code: RuleCode;
    titleZh: string;
    titleEn: string;
    inForceFromOn: string;
    isOfficial: boolean;
    documentNo: string;
    requireValidHealthCert: boolean;
    clauses: readonly RuleClause[];
  };
  isNew: boolean;
  /** Lines that the form offers, filled or empty. */
  lines: number;
}

/** A draft as one form: what it is called, from when, and a line per kind of certificate. Works without JavaScript. */
export const RuleForm = ({ rule, isNew, lines }: RuleFormProps) => {
  const { t } = useTranslation(['rate', 'rule']);
  return (
    <Form name="rule" columns>
      {isNew ? (
        <SelectField
          name="code"
          label={t('rate:rule.code')}
          defaultValue={rule.code}
          options={RULE_CODES.map((value) => ({ value, label: t(`rule:code.${value}`) }))}
        />
      ) : (
        <input type="hidden" name="code" value={rule.code} />
      )}
      <DateField
        name="inForceFromOn"
        label={t('rate:rule.inForceFromOn')}
        hint={t('rate:rule.inForceHint')}
        defaultValue={rule.inForceFromOn}
      />
      <TextField name="titleZh" label={t('rate:rule.titleZh')} defaultValue={rule.titleZh} maxLength={60} />
      <TextField name="titleEn" label={t('rate:rule.titleEn')} defaultValue={rule.titleEn} maxLength={120} />
      <CheckboxField
        name="isOfficial"
        label={t('rate:rule.isOfficial')}
        hint={t('rate:rule.isOfficialHint')}
        defaultChecked={rule.isOfficial}
      />
      <TextField
        name="documentNo"
        label={t('rate:rule.documentNo')}
        hint={t('rate:rule.documentHint')}
        defaultValue={rule.documentNo}
        maxLength={60}
        optional
      />
      <CheckboxField name="requireValidHealthCert" label={t('rate:rule.health')} defaultChecked={rule.requireValidHealthCert} />
      <div className={classes.lines} id="clauses" tabIndex={-1}>
        <h3>{t('rate:rule.lines')}</h3>
        <p className={classes.soft}>{t('rate:rule.linesIntro')}</p>
        {[...new Array(lines).keys()].map((line) => (
          <ClauseLine key={line} line={line} clause={rule.clauses[line]} />
        ))}
      </div>
      <FormActions>
        <SubmitButton intent="save">{t(isNew ? 'rate:rule.create' : 'rate:rule.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

const ClauseLine = ({ line, clause }: { line: number; clause: RuleClause | undefined }) => {
  const { t } = useTranslation(['rate', 'certificate']);
  return (
    <fieldset className={classes.lineForm}>
      <legend>{t('rate:rule.line', { n: line + 1 })}</legend>
      <div className={classes.lineFields}>
        <SelectField
          name={`family.${line}`}
          label={t('rate:rule.family')}
          defaultValue={clause?.family}
          optional
          placeholder={t('rate:rule.noFamily')}
          options={CERTIFICATE_FAMILIES.map((value) => ({ value, label: t(`certificate:family.${value}`) }))}
        />
        <SelectField
          name={`verdict.${line}`}
          label={t('rate:rule.verdict')}
          defaultValue={clause?.verdict ?? 'counts'}
          options={(['counts', 'needs_document'] as const).map((value) => ({ value, label: t(`rate:rules.${value}`) }))}
        />
        <DateField name={`issuedFrom.${line}`} label={t('rate:rule.issuedFrom')} defaultValue={clause?.issuedFrom} optional />
        <DateField name={`issuedUntil.${line}`} label={t('rate:rule.issuedUntil')} defaultValue={clause?.issuedUntil} optional />
      </div>
      <div className={classes.lineFields}>
        <TextField name={`clause.${line}`} label={t('rate:rule.clause')} defaultValue={clause?.clause} maxLength={300} optional={!clause} />
        <TextField name={`clauseEn.${line}`} label={t('rate:rule.clauseEn')} defaultValue={clause?.clauseEn} maxLength={300} optional />
      </div>
      <CheckboxGroup
        name={`occupations.${line}[]`}
        label={t('rate:rule.occupations')}
        hint={t('rate:rule.noneMeansAny')}
        defaultValue={clause?.occupations}
        options={OCCUPATIONS.map((value) => ({ value, label: t(`certificate:occupation.${value}`) }))}
      />
      <CheckboxGroup
        name={`levels.${line}[]`}
        label={t('rate:rule.levels')}
        hint={t('rate:rule.noneMeansAny')}
        defaultValue={clause?.levels}
        options={CERTIFICATE_LEVELS.map((value) => ({ value, label: t(`certificate:level.${value}`) }))}
      />
      <CheckboxField name={`childcareRelated.${line}`} label={t('rate:rule.childcareRelated')} defaultChecked={clause?.childcareRelated} />
    </fieldset>
  );
};
