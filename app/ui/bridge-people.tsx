import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import classes from './rate.module.css';
import type { RatePerson } from './rate-people';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface BridgePersonRow {
  personId: string;
  name: string;
  idNumberMasked: string;
  n: number;
  d: number;
  before: RatePerson | null;
  after: RatePerson | null;
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value));

/** The people of one step, as they stood at either end. */
export const BridgePeople = ({ rows, caption }: { rows: readonly BridgePersonRow[]; caption: string }) => {
  const { t } = useTranslation('rate');
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.personId}
      columns={[
        { key: 'name', header: t('people.name'), rowHeader: true, nowrap: true, cell: (row) => row.name },
        { key: 'idNumber', header: t('people.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'before', header: t('bridge.before'), cell: (row) => <Standing person={row.before} /> },
        { key: 'after', header: t('bridge.after'), cell: (row) => <Standing person={row.after} /> },
        { key: 'n', header: t('bridge.n'), numeric: true, cell: (row) => signed(row.n) },
        { key: 'd', header: t('bridge.d'), numeric: true, cell: (row) => signed(row.d) },
      ]}
    />
  );
};

const Standing = ({ person }: { person: RatePerson | null }) => {
  const { t } = useTranslation(['rate', 'rule', 'certificate']);
  const districtName = useDistrictName();
  if (person === null) return <span className={classes.soft}>{t('rate:bridge.absent')}</span>;
  const { certificate } = person;
  return (
    <span className={classes.stack}>
      <span>{`${districtName(person.districtCode)} · ${person.institutionName}`}</span>
      <span>
        <Badge tone={person.verdict === 'counts' ? 'good' : 'off'}>
          {t(person.verdict === 'counts' ? 'rate:certified' : 'rate:uncertified')}
        </Badge>
      </span>
      {certificate && (
        <span className={classes.soft}>
          {[
            certificate.name || t(`certificate:family.${certificate.family}`),
            t('rate:people.issued', { on: certificate.issuedOn }),
            certificate.validUntil && t('rate:people.until', { on: certificate.validUntil }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      {person.reason && <span className={classes.soft}>{t(`rule:why.${person.reason}`)}</span>}
    </span>
  );
};
