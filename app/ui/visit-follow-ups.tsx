import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { VisitStatus } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { Section } from './page';
import { StatusBadge } from './status-badge';

interface VisitFollowUpsProps {
  visitId: string;
  followUps: readonly { id: string; status: VisitStatus; plannedOn: string; visitedOn: string | null }[];
  mayPlan: boolean;
}

/** Visits that look again at what this one found; one may be planned while no other is. */
export const VisitFollowUps = ({ visitId, followUps, mayPlan }: VisitFollowUpsProps) => {
  const { t } = useTranslation('visit');
  const isPlanned = followUps.some(({ status }) => status === 'planned');
  if (followUps.length === 0 && !mayPlan) return null;
  return (
    <Section
      title={t('page.followUps')}
      actions={
        mayPlan &&
        !isPlanned && (
          <LinkButton to={paths.newVisit({ follows: visitId })} emphasis="second" small>
            {t('page.planFollowUp')}
          </LinkButton>
        )
      }
    >
      {followUps.length === 0 ? (
        <p>{t('page.noFollowUp')}</p>
      ) : (
        <ul>
          {followUps.map((visit) => (
            <li key={visit.id}>
              <Link to={paths.visit(visit.id)}>{t('page.followUpOn', { day: visit.visitedOn ?? visit.plannedOn })}</Link>{' '}
              <StatusBadge kind="visit:status" status={visit.status} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
