import { useTranslation } from 'react-i18next';
import { ENTERPRISE_STATUSES, type EnterpriseStatus } from '~/domain/talent/cooperation';
import { formatDate } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { DataTable } from './data-table';
import { DateField, SelectField, TextField } from './fields';
import { Row, Section } from './page';
import { StatusBadge } from './status-badge';

export interface Enterprise {
  id: string;
  status: EnterpriseStatus;
  fromOn: string;
  untilOn: string | null;
  documentNo: string;
}

/** 产教融合型企业 on the page of an institution: what it was when, and what an officer may enter. `entries`: the latest first. */
export const EnterpriseSection = ({ entries, today }: { entries: readonly Enterprise[]; today: string }) => {
  const { t } = useTranslation('programme');
  const [last] = entries;
  return (
    <Section title={t('enterprises.section')} intro={t('enterprises.sectionText')} id="enterprise">
      <DataTable
        caption={t('enterprises.section')}
        captionHidden
        rows={entries}
        rowKey={(row) => row.id}
        empty={<p>{t('enterprises.none')}</p>}
        columns={[
          {
            key: 'status',
            header: t('enterprises.status'),
            rowHeader: true,
            cell: (row) => <StatusBadge kind="programme:enterpriseStatus" status={row.status} />,
          },
          { key: 'from', header: t('enterprises.fromOn'), nowrap: true, cell: (row) => formatDate(row.fromOn) },
          {
            key: 'until',
            header: t('enterprises.untilOn'),
            nowrap: true,
            cell: (row) => (row.untilOn ? formatDate(row.untilOn) : t('enterprises.present')),
          },
          { key: 'document', header: t('enterprises.documentNo'), cell: (row) => row.documentNo },
        ]}
      />
      <Row>
        <ConfirmForm label={t('enterprises.add')} explanation={t('enterprises.addText')} intent="enterprise" reason={false}>
          <SelectField
            name="status"
            label={t('enterprises.status')}
            options={ENTERPRISE_STATUSES.filter((status) => !(last && last.untilOn === null && last.status === status)).map((value) => ({
              value,
              label: t(`enterpriseStatus.${value}`),
            }))}
          />
          <DateField name="fromOn" label={t('enterprises.fromOn')} max={today} />
          <TextField name="documentNo" label={t('enterprises.documentNo')} maxLength={80} />
        </ConfirmForm>
        {last && last.untilOn === null && (
          <ConfirmForm label={t('enterprises.end')} intent="enterpriseEnd" values={{ enterpriseId: last.id }}>
            <DateField name="untilOn" label={t('enterprises.endOn')} max={today} />
          </ConfirmForm>
        )}
        {last && (
          <ConfirmForm
            label={t('enterprises.remove')}
            explanation={t('enterprises.removeText')}
            intent="enterpriseRemoval"
            values={{ enterpriseId: last.id }}
            danger
          />
        )}
      </Row>
    </Section>
  );
};
