import { useTranslation } from 'react-i18next';
import type { AppealStatus } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { DefinitionList } from './definition-list';
import { NumberField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Section } from './page';
import { StatusBadge } from './status-badge';

interface ShownAppeal {
  id: string;
  number: string;
  name: string;
  theoryPoints: number | null;
  practicalPoints: number | null;
  statement: string;
  status: AppealStatus;
  answerDueOn: string;
  decision: string | null;
}

/** One appeal: what was said, what stands there, and the answer with its reason. */
export const AppealCard = ({ appeal }: { appeal: ShownAppeal }) => {
  const { t } = useTranslation('evaluation');
  const points = `${t('field.theory')} ${appeal.theoryPoints ?? NOTHING} · ${t('field.practical')} ${appeal.practicalPoints ?? NOTHING}`;
  return (
    <Section title={`${appeal.number} ${appeal.name}`} actions={<StatusBadge kind="evaluation:appealStatus" status={appeal.status} />}>
      <DefinitionList
        items={[
          [t('appeals.statement'), appeal.statement],
          [t('appeals.points'), points],
          appeal.status === 'open' ? [t('appeals.due'), appeal.answerDueOn] : null,
          appeal.decision ? [t('appeals.reason'), appeal.decision] : null,
        ]}
      />
      {appeal.status === 'open' && (
        <Form name={`appeal-${appeal.id}`} columns>
          <input type="hidden" name="appealId" value={appeal.id} />
          <RadioGroup
            name="decision"
            label={t('appeals.decision')}
            options={[
              { value: 'rejected', label: t('appeals.rejected') },
              { value: 'upheld', label: t('appeals.upheld') },
            ]}
          />
          <NumberField
            name="theory"
            label={t('appeals.theory')}
            hint={t('appeals.onlyUpheld')}
            optional
            decimal
            defaultValue={appeal.theoryPoints}
            maxLength={5}
          />
          <NumberField
            name="practical"
            label={t('appeals.practical')}
            optional
            decimal
            defaultValue={appeal.practicalPoints}
            maxLength={5}
          />
          <TextArea name="reason" label={t('appeals.reason')} rows={3} maxLength={500} />
          <FormActions>
            <SubmitButton>{t('appeals.submit')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
};
