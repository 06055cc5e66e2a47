import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { XLevel } from '~/domain/evaluation/evaluation';
import type { SittingPhase } from '~/domain/evaluation/sitting';
import { formatDays } from '~/i18n/format';
import { type Column, DataTable } from './data-table';
import { useDistrictName } from './organisation-fields';
import { useLanguage } from './use-words';

export interface OpenSitting {
  id: string;
  code: string;
  kind: string;
  issuer: string;
  level: XLevel;
  site: string;
  siteDistrict: string;
  address: string;
  registerFromOn: string;
  registerUntilOn: string;
  theoryOn: string;
  practicalOn: string;
  capacity: number;
  seatsTaken: number;
  phase: SittingPhase;
  mine: string | null;
  students: number;
}

interface OpenSittingsProps {
  caption: string;
  rows: readonly OpenSitting[];
  empty: ReactNode;
  name: (row: OpenSitting) => ReactNode;
  more: Column<OpenSitting>[];
}

/** Sittings that one may register for, with what the viewer may do at the end of each row. */
export const OpenSittings = ({ caption, rows, empty, name, more }: OpenSittingsProps) => {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const districtName = useDistrictName();
  const left = ({ capacity, seatsTaken }: OpenSitting) =>
    seatsTaken < capacity ? t('mine.seatsLeft', { count: capacity - seatsTaken }) : t('mine.full');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'kind',
          header: t('field.kind'),
          rowHeader: true,
          cell: (row) => (
            <>
              {name(row)}
              <br />
              <small>
                {row.code} · {row.issuer}
              </small>
            </>
          ),
        },
        {
          key: 'site',
          header: t('field.site'),
          cell: (row) => (
            <>
              {row.site}
              <br />
              <small>
                {districtName(row.siteDistrict)} {row.address}
              </small>
            </>
          ),
        },
        {
          key: 'register',
          header: t('field.register'),
          nowrap: true,
          cell: (row) => formatDays(row.registerFromOn, row.registerUntilOn, language),
        },
        { key: 'theory', header: t('field.theoryOn'), nowrap: true, cell: (row) => row.theoryOn },
        { key: 'practical', header: t('field.practicalOn'), nowrap: true, cell: (row) => row.practicalOn },
        { key: 'left', header: t('field.capacity'), nowrap: true, cell: left },
        ...more,
      ]}
    />
  );
};
