import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DisputeKind, DisputeStatus } from '~/domain/person/roster';
import { paths } from '~/web/paths';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { EntryLine, WantedLine } from './dispute-facts';
import { Row, Section } from './page';
import { AnswerDue, type AnswerItem, type ShownAnswers } from './post-claim-answers';
import { StatusBadge } from './status-badge';

export interface DisputeItem extends AnswerItem {
  engagementId: string;
  endOn: string | null;
  kind: DisputeKind;
  wanted: { startOn?: string; endOn?: string; role?: string };
  statement: string;
  status: DisputeStatus;
}

export const Disputes = ({ items, today, late = false }: ShownAnswers<DisputeItem>) => {
  const { t } = useTranslation(['roster', 'person']);
  return items.map((dispute) => (
    <Section key={dispute.id} title={dispute.personName} actions={<AnswerDue on={dispute.answerDueOn} today={today} />}>
      <DefinitionList
        items={[
          [t('person:field.idNumber'), dispute.idNumberMasked],
          late ? [t('mine.institution'), dispute.institutionName] : null,
          [
            t('answers.entry'),
            late ? (
              <EntryLine key="entry" entry={dispute} />
            ) : (
              <Link key="entry" to={paths.staffMember(dispute.engagementId)}>
                <EntryLine entry={dispute} />
              </Link>
            ),
          ],
          [
            t('answers.says'),
            <span key="wanted">
              {t(`disputeKind.${dispute.kind}`)} · <WantedLine wanted={dispute.wanted} />
            </span>,
          ],
          [t('field.statement'), dispute.statement],
        ]}
      />
      {dispute.status === 'escalated' && !late ? (
        <StatusBadge kind="roster:disputeStatus" status="escalated" />
      ) : (
        <Row>
          <ConfirmForm
            name={`accept-${dispute.id}`}
            intent="accept"
            values={{ disputeId: dispute.id }}
            label={t('answers.accept')}
            explanation={`${t('answers.acceptText')}${dispute.kind === 'other' ? t('answers.byHand') : ''}`}
          />
          <ConfirmForm
            name={`reject-${dispute.id}`}
            intent="reject"
            values={{ disputeId: dispute.id }}
            label={t('answers.reject')}
            explanation={t('answers.rejectText')}
            danger
          />
        </Row>
      )}
    </Section>
  ));
};
