import { useTranslation } from 'react-i18next';
import type { Candidate } from '~/domain/enrolment/fitting';
import type { WordKey } from '~/i18n/words';
import { SubmitButton } from './button';
import { CheckboxGroup } from './choice-fields';
import { TextField } from './fields';
import { Form, FormActions } from './form';
import { useWhyNot } from './use-why-not';
import { useWords } from './use-words';

/** Refusals that a written reason can overcome. */
const OVERRIDABLE = 'not_eligible_category';

/** Staff with checkboxes, each with whether she may go; whom a reason can help stays choosable. */
export const NominationForm = ({ candidates }: { candidates: readonly Candidate[] }) => {
  const { t } = useTranslation('enrolment');
  const words = useWords();
  const whyNot = useWhyNot();
  const labelOf = ({ name, role }: Candidate) =>
    role ? t('nominate.candidate', { name, role: words(`person:role.${role}` as WordKey) }) : name;
  return (
    <Form>
      <CheckboxGroup
        name="person[]"
        label={t('nominate.staff')}
        stacked
        options={candidates.map((candidate) => ({
          value: candidate.personId,
          label: labelOf(candidate),
          description: candidate.code ? whyNot(candidate.code, candidate.params) : t('nominate.fits'),
          disabled: !candidate.ok && candidate.code !== OVERRIDABLE,
        }))}
      />
      {candidates.some((candidate) => candidate.code === OVERRIDABLE) && (
        <TextField name="overrideReason" label={t('nominate.override')} hint={t('nominate.overrideHint')} optional maxLength={200} />
      )}
      <TextField name="remark" label={t('form.remark')} optional maxLength={200} />
      <FormActions>
        <SubmitButton>{t('nominate.submit')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
