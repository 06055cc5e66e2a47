import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { Freshness } from '~/domain/person/roster';
import { ConfirmForm } from './confirm-form';
import { DataTable } from './data-table';
import { Section } from './page';
import { Flags, Period } from './staff-table';
import { StatusBadge } from './status-badge';
import { usePunctuation } from './use-punctuation';

interface Entry {
  engagementId: string;
  personId: string;
  name: string;
  role: EngagementRole;
  startOn: string;
  isOff: boolean;
  isFullTime: boolean;
  isIntern: boolean;
}

interface RosterConfirmationProps {
  freshness: Freshness;
  confirmedOn: string | null;
  dueOn: string | null;
  days: number;
  entries: readonly Entry[];
  /** Check value of the entries as shown. */
  seen: string;
}

/** How old the institution's word is, and one button with what it says: each entry that stands today. */
export const RosterConfirmation = ({ freshness, confirmedOn, dueOn, days, entries, seen }: RosterConfirmationProps) => {
  const { t } = useTranslation(['roster', 'person']);
  const marks = usePunctuation();
  const count = (role: EngagementRole) => entries.filter((entry) => entry.role === role).length;
  return (
    <Section
      title={t('confirm.title')}
      intro={`${t(`confirm.${freshness}`, { date: confirmedOn ?? '', due: dueOn ?? '' })}${marks.sentence}${t('confirm.every', { days })}`}
      actions={<StatusBadge kind="roster:freshness" status={freshness} />}
      id="confirmation"
    >
      <p>
        {t('confirm.summary', {
          principal: count('principal'),
          caregiver: count('caregiver'),
          healthStaff: count('health_staff'),
          other: count('other'),
          off: entries.filter((entry) => entry.isOff).length,
          interns: entries.filter((entry) => entry.isIntern).length,
        })}
      </p>
      {entries.length > 0 && (
        <ConfirmForm
          name="confirm-roster"
          intent="confirm-roster"
          values={{ seen }}
          label={t('confirm.label')}
          explanation={t('confirm.explanation', { count: entries.length })}
          reason={false}
        >
          <DataTable
            caption={t('confirm.show')}
            captionHidden
            dense
            rows={entries}
            rowKey={(row) => row.engagementId}
            columns={[
              { key: 'name', header: t('person:field.name'), rowHeader: true, nowrap: true, cell: (row) => row.name },
              { key: 'role', header: t('person:field.role'), cell: (row) => t(`person:role.${row.role}`) },
              { key: 'flags', header: t('person:staff.flags'), cell: (row) => <Flags row={{ ...row, endOn: null }} /> },
              { key: 'period', header: t('person:staff.period'), cell: (row) => <Period row={{ ...row, endOn: null }} /> },
            ]}
          />
        </ConfirmForm>
      )}
    </Section>
  );
};
