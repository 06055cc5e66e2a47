import { useTranslation } from 'react-i18next';
import type { CertificateFamily, CertificateLevel, Occupation } from '~/domain/certificate/certificate';
import type { NotCountingReason, Verdict } from '~/domain/certificate/does-it-count';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import classes from './rate.module.css';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Held {
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  name: string;
  number: string;
  issuedOn: string;
  validUntil: string | null;
}

export interface RatePerson {
  personId: string;
  name: string;
  idNumberMasked: string;
  institutionName: string;
  districtCode: string;
  startOn: string;
  isMainPost: boolean;
  verdict: Verdict;
  reason: NotCountingReason | null;
  clause: string | null;
  clauseEn: string | null;
  certificate: Held | null;
}

export const VERDICT_TONES = { counts: 'good', needs_document: 'wait', does_not: 'off' } as const;

/** One row per person of a figure: her post, and what makes her count or why she does not. */
export const RatePeople = ({ rows, caption, ofInstitution }: { rows: readonly RatePerson[]; caption: string; ofInstitution?: boolean }) => {
  const { t } = useTranslation(['rate', 'rule']);
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.personId}
      empty={<EmptyState title={t('rate:people.none')}>{t('rate:people.noneHint')}</EmptyState>}
      columns={[
        { key: 'name', header: t('rate:people.name'), rowHeader: true, nowrap: true, cell: (row) => row.name },
        { key: 'idNumber', header: t('rate:people.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        {
          key: 'post',
          header: t('rate:people.post'),
          cell: (row) => (
            <span className={classes.stack}>
              {!ofInstitution && <span>{`${districtName(row.districtCode)} · ${row.institutionName}`}</span>}
              <span className={classes.soft}>
                {t('rate:people.since', { on: row.startOn })}
                {row.isMainPost && ` · ${t('rate:people.mainPost')}`}
              </span>
            </span>
          ),
        },
        {
          key: 'verdict',
          header: t('rate:people.verdict'),
          nowrap: true,
          cell: (row) => <Badge tone={VERDICT_TONES[row.verdict]}>{t(`rule:verdict.${row.verdict}`)}</Badge>,
        },
        { key: 'certificate', header: t('rate:people.certificate'), cell: (row) => <Certificate held={row.certificate} /> },
        { key: 'why', header: t('rate:people.why'), cell: (row) => <Why row={row} /> },
      ]}
    />
  );
};

const Certificate = ({ held }: { held: Held | null }) => {
  const { t } = useTranslation(['rate', 'certificate']);
  if (held === null) return <>{NOTHING}</>;
  const name = held.name || (held.occupation ? t(`certificate:occupation.${held.occupation}`) : t(`certificate:family.${held.family}`));
  return (
    <span className={classes.stack}>
      <span>{[name, held.level && t(`certificate:level.${held.level}`)].filter(Boolean).join(' · ')}</span>
      <span className={classes.soft}>
        {t('rate:people.number', { number: held.number })} · {t('rate:people.issued', { on: held.issuedOn })}
        {held.validUntil && ` · ${t('rate:people.until', { on: held.validUntil })}`}
      </span>
    </span>
  );
};

const Why = ({ row: { verdict, reason, clause, clauseEn } }: { row: RatePerson }) => {
  const { t } = useTranslation(['rate', 'rule']);
  const line = useLanguage() === 'en' ? clauseEn : clause;
  return (
    <span className={classes.stack}>
      {reason && <span>{t(`rule:why.${reason}`)}</span>}
      {!reason && verdict !== 'counts' && <span>{t('rate:people.recordedNone')}</span>}
      {line && <span className={classes.soft}>{line}</span>}
    </span>
  );
};
