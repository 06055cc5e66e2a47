import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { PostClaimStatus } from '~/domain/person/roster';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { Form } from './form';
import { Row, Section } from './page';
import { Badge, StatusBadge } from './status-badge';

export interface AnswerItem {
  id: string;
  personName: string;
  idNumberMasked: string;
  institutionName: string;
  role: EngagementRole;
  startOn: string;
  answerDueOn: string;
}

export interface ClaimItem extends AnswerItem {
  phoneMasked: string | null;
  isFullTime: boolean;
  status: PostClaimStatus;
}

/** `late`: seen by officers, who decide what an institution did not answer. */
export interface ShownAnswers<Item> {
  items: readonly Item[];
  today: string;
  late?: boolean;
}

export const AnswerDue = ({ on, today }: { on: string; today: string }) => {
  const { t } = useTranslation('roster');
  return (
    <Badge tone={on < today ? 'bad' : 'wait'}>{on < today ? t('answers.overdue', { date: on }) : t('answers.due', { date: on })}</Badge>
  );
};

export const PostClaims = ({ items, today, late = false }: ShownAnswers<ClaimItem>) => {
  const { t } = useTranslation(['roster', 'person']);
  return items.map((claim) => (
    <Section key={claim.id} title={claim.personName} actions={<AnswerDue on={claim.answerDueOn} today={today} />}>
      <DefinitionList
        items={[
          [t('person:field.idNumber'), claim.idNumberMasked],
          claim.phoneMasked ? [t('person:field.phone'), claim.phoneMasked] : null,
          late ? [t('mine.institution'), claim.institutionName] : null,
          [t('person:field.role'), `${t(`person:role.${claim.role}`)} · ${claim.isFullTime ? t('person:fullTime') : t('person:partTime')}`],
          [t('person:field.startOn'), claim.startOn],
        ]}
      />
      {claim.status === 'escalated' && !late ? (
        <StatusBadge kind="roster:claimStatus" status="escalated" />
      ) : (
        <Row>
          <Form name={`confirm-${claim.id}`}>
            <input type="hidden" name="claimId" value={claim.id} />
            <SubmitButton intent="confirm">{t('answers.confirm')}</SubmitButton>
          </Form>
          <ConfirmForm
            name={`refuse-${claim.id}`}
            intent="refuse"
            values={{ claimId: claim.id }}
            label={t('answers.refuse')}
            explanation={t('answers.refuseText')}
            danger
          />
        </Row>
      )}
    </Section>
  ));
};
