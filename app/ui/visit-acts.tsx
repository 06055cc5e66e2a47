import { useTranslation } from 'react-i18next';
import { type FindingStatus, findingWaits, type VisitKind, type VisitStatus } from '~/domain/health-care/visit';
import { ConfirmForm } from './confirm-form';
import { Section, Stack } from './page';
import { PlanFields } from './visit-plan-fields';

interface VisitActsProps {
  visit: {
    status: VisitStatus;
    kind: VisitKind;
    plannedOn: string;
    visitorId: string | null;
    visitor: string;
    purpose: string;
    isAnnounced: boolean;
    followsId: string | null;
  };
  findings: readonly { status: FindingStatus }[];
  visitors: readonly { id: string; name: string }[];
  today: string;
}

/** What can be done with a plan, and the end of a visit. */
export const VisitActs = ({ visit, findings, visitors, today }: VisitActsProps) => {
  const { t } = useTranslation('visit');
  if (visit.status === 'planned') {
    // Whoever acts for another organisation keeps the visitor that is named.
    const named = visit.visitorId && !visitors.some(({ id }) => id === visit.visitorId);
    const choices = named && visit.visitorId ? [...visitors, { id: visit.visitorId, name: visit.visitor }] : visitors;
    return (
      <Section title={t('plan.edit')}>
        <Stack>
          <ConfirmForm label={t('plan.edit')} intent="plan" reason={false}>
            <PlanFields visitors={choices} today={today} plan={visit} isFollowUp={visit.followsId !== null} />
          </ConfirmForm>
          <ConfirmForm label={t('plan.cancel')} explanation={t('plan.cancelText')} intent="cancel" danger />
        </Stack>
      </Section>
    );
  }
  if (visit.status !== 'recorded' || findings.some(({ status }) => findingWaits(status))) return null;
  return (
    <Section title={t('page.close')} id="close">
      <ConfirmForm label={t('page.close')} explanation={t('page.closeText')} intent="close" reason={false} />
    </Section>
  );
};
