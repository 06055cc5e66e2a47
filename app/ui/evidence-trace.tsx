import { useTranslation } from 'react-i18next';
import { Timeline } from './timeline';

interface TraceLine {
  id: string;
  name: string;
  at: string;
  by: string | null;
  organisation: string | null;
}

const KNOWN = [
  'enrolment_requested',
  'enrolment_nominated',
  'enrolment_confirmed',
  'enrolment_approved',
  'enrolment_offered',
  'enrolment_offer_accepted',
  'attendance_recorded',
  'score_recorded',
  'class_closing_submitted',
  'class_closing_returned',
  'class_closed',
  'completion_revoked',
  'completion_voided',
] as const;

const wordOf = (name: string) => KNOWN.find((key) => key === name.replaceAll('.', '_')) ?? 'enrolment';

/** The log rows that concern one person-time. */
export const EvidenceTrace = ({ lines }: { lines: readonly TraceLine[] }) => {
  const { t } = useTranslation('completion');
  return (
    <Timeline
      label={t('personTime.trace')}
      items={lines.map((line) => ({
        id: line.id,
        at: line.at,
        title: t(`personTime.event.${wordOf(line.name)}`),
        by: line.by ?? t('personTime.system'),
        detail: line.organisation,
      }))}
    />
  );
};
