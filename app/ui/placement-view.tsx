import { useTranslation } from 'react-i18next';
import type { MentorSide, PlacementPhase } from '~/domain/talent/placement';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { NextStep } from './next-step';
import { Page, Section } from './page';
import { PlacementActs } from './placement-acts';
import { PlacementAssessment } from './placement-assessment';
import { PlacementFacts, PlacementNotes } from './placement-facts';
import { PlacementWeeks } from './placement-weeks';
import { Badge, StatusBadge } from './status-badge';
import { usePunctuation } from './use-punctuation';

type Shown = Parameters<typeof PlacementActs>[0]['placement'] &
  Parameters<typeof PlacementAssessment>[0]['placement'] &
  Parameters<typeof PlacementFacts>[0]['terms'] & {
    warnings: Parameters<typeof PlacementNotes>[0]['warnings'];
    shares: Parameters<typeof PlacementNotes>[0]['shares'];
    weeks: Parameters<typeof PlacementWeeks>[0]['weeks'];
    reason: string | null;
    months: number;
  };

interface PlacementViewProps {
  placement: Shown;
  /** For which of the two the reader acts; officers for neither. */
  side: MentorSide | null;
  back: { label: string; to: string };
}

/** A placement as those who look after it see it: what to do, terms, log, assessment. */
export const PlacementView = ({ placement, side, back }: PlacementViewProps) => {
  const { t } = useTranslation('placement');
  const marks = usePunctuation();
  return (
    <Page
      title={placement.name}
      lead={`${placement.institution} · ${t('field.span', { from: placement.fromOn, until: placement.untilOn })}`}
      status={
        <>
          <StatusBadge kind="placement:phase" status={placement.phase} />{' '}
          {placement.convertedEngagementId !== null && <Badge tone="good">{t('shown.taken_on')}</Badge>}
        </>
      }
      breadcrumbs={[back, { label: placement.name }]}
    >
      <What placement={placement} side={side} />
      <PlacementNotes warnings={placement.warnings} months={placement.months} role={placement.role} shares={placement.shares} />
      <Section title={t('page.facts')}>
        <PlacementFacts terms={placement} />
        {placement.reason && (
          <p>
            {t('page.reason')}
            {marks.colon}
            {placement.reason}
          </p>
        )}
        {side !== null && <PlacementActs placement={placement} side={side} />}
      </Section>
      {placement.phase !== 'proposed' && placement.phase !== 'declined' && (
        <>
          <Section title={t('page.log')}>
            <PlacementWeeks weeks={placement.weeks} side={side} />
          </Section>
          <PlacementAssessment placement={placement} side={side} />
        </>
      )}
    </Page>
  );
};

/** The one thing to do next. */
const What = ({ placement, side }: { placement: Shown; side: MentorSide | null }) => {
  const { t } = useTranslation('placement');
  const { phase, weeks, convertedEngagementId } = placement;
  if (convertedEngagementId !== null && side === 'institution') {
    return (
      <NextStep
        control={
          <LinkButton to={paths.staffMember(convertedEngagementId)} emphasis="second">
            {t('page.toRoster')}
          </LinkButton>
        }
      >
        {t('page.takenOnNow')}
      </NextStep>
    );
  }
  if (convertedEngagementId !== null) return <NextStep>{t('page.takenOnNow')}</NextStep>;
  if (side === null) return null;
  const waiting = weeks.filter((week) => week.missing.includes(side)).length;
  const sentence = nextOf(phase, side, placement);
  if (sentence) return <NextStep>{t(`page.next.${sentence}`)}</NextStep>;
  return waiting > 0 ? <NextStep>{t('list.weeksNext', { count: waiting })}</NextStep> : null;
};

type Assessed = { collegePoints: number | null; institutionPoints: number | null };

function nextOf(phase: PlacementPhase, side: MentorSide, { collegePoints, institutionPoints }: Assessed) {
  if (phase === 'proposed') return side === 'institution' ? 'answer' : 'wait';
  if (phase === 'finished') return side === 'institution' ? 'takeOn' : null;
  if (phase !== 'over') return null;
  if ((side === 'college' ? collegePoints : institutionPoints) === null) return 'assess';
  if (collegePoints === null || institutionPoints === null) return 'waitOther';
  return side === 'college' ? 'finish' : null;
}
