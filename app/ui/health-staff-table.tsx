import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { DataTable } from './data-table';
import { Section } from './page';
import { Badge, type Tone } from './status-badge';

interface HealthStaff {
  engagementId: string;
  name: string;
  isFullTime: boolean;
  certificateId: string | null;
  number: string | null;
  issuer: string | null;
  validUntil: string | null;
  state: 'valid' | 'expired' | 'submitted' | 'none';
  enrolledIn: string | null;
}

const TONES: Readonly<Record<HealthStaff['state'], Tone>> = { valid: 'good', expired: 'bad', submitted: 'wait', none: 'bad' };

/** The institution's health-care staff, each with her certificate of training or without one. */
export const HealthStaffTable = ({ staff }: { staff: readonly HealthStaff[] }) => {
  const { t } = useTranslation('health');
  return (
    <Section
      title={t('institution.staff')}
      actions={
        staff.length === 0 && (
          <LinkButton to={paths.newStaff()} emphasis="second">
            {t('institution.addStaff')}
          </LinkButton>
        )
      }
    >
      {staff.length === 0 ? (
        <p>{t('institution.staffNone')}</p>
      ) : (
        <DataTable
          caption={t('institution.staff')}
          captionHidden
          rows={staff}
          rowKey={(row) => row.engagementId}
          columns={[
            {
              key: 'name',
              header: t('institution.name'),
              rowHeader: true,
              cell: (row) => <Link to={paths.staffMember(row.engagementId)}>{row.name}</Link>,
            },
            {
              key: 'post',
              header: t('institution.post'),
              nowrap: true,
              cell: (row) => (row.isFullTime ? t('institution.fullTime') : t('institution.partTime')),
            },
            {
              key: 'state',
              header: t('institution.state'),
              cell: (row) => (
                <>
                  <Badge tone={TONES[row.state]}>{t(`institution.held.${row.state}`)}</Badge>
                  {row.enrolledIn && <small> {t('institution.enrolledIn', { course: row.enrolledIn })}</small>}
                </>
              ),
            },
            {
              key: 'certificate',
              header: t('institution.certificate'),
              cell: (row) =>
                row.certificateId && row.number ? (
                  <Link to={paths.staffCertificate(row.certificateId)}>
                    {t('institution.certificateLine', { number: row.number, issuer: row.issuer ?? '' })}
                  </Link>
                ) : (
                  NOTHING
                ),
            },
            {
              key: 'until',
              header: t('institution.until'),
              nowrap: true,
              cell: (row) => (row.certificateId ? (row.validUntil ?? t('institution.noEnd')) : NOTHING),
            },
          ]}
        />
      )}
    </Section>
  );
};
