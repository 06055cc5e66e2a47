import { useTranslation } from 'react-i18next';
import { Timeline } from './timeline';

interface Entry {
  id: string;
  name: string;
  at: string;
  by: string | null;
  organisation: string | null;
  reason: string | null;
  before: string | null;
  after: string | null;
  statement: string | null;
}

const KNOWN = [
  'visit_planned',
  'visit_plan_changed',
  'visit_cancelled',
  'visit_recorded',
  'visit_photo_added',
  'visit_closed',
  'finding_answered',
  'finding_returned',
  'finding_mended',
  'finding_extended',
  'finding_withdrawn',
  'finding_overdue',
] as const;

/** What happened to a visit and what it found: who, for which organisation, why. */
export const VisitTrace = ({ trace }: { trace: readonly Entry[] }) => {
  const { t } = useTranslation('visit');
  const title = (name: string) => t(`trace.${KNOWN.find((known) => known === name.replace('.', '_')) ?? 'other'}`);
  const detail = ({ statement, before, after, reason }: Entry) =>
    [statement, before && after && before !== after ? t('trace.days', { before, after }) : null, reason].filter(Boolean).join(' · ');
  return (
    <Timeline
      label={t('page.history')}
      items={trace.map((entry) => ({
        id: entry.id,
        at: entry.at,
        title: title(entry.name),
        by: [entry.by ?? t('trace.system'), entry.organisation].filter(Boolean).join(' · '),
        detail: detail(entry),
      }))}
    />
  );
};
