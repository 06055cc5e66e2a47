import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CertificateFamily, ShownStatus, VerifyChannel } from '~/domain/certificate/certificate';
import type { CertificateProblem } from '~/domain/certificate/problem';
import { formatDate } from '~/i18n/format';
import { paths } from '~/web/paths';
import { CertificateProblems } from './certificate-problems';
import classes from './certificates.module.css';
import { Notice } from './notice';
import { Row, Section } from './page';
import { CopyButton } from './page-tools';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

interface Other {
  id: string;
  name: string;
  number: string;
  issuedOn: string;
  status: ShownStatus;
}
interface Elsewhere {
  id: string | null;
  family: CertificateFamily;
  issuer: string;
  districtCode: string | null;
  holder: string;
  status: ShownStatus;
}

/** Why to look twice, each with its reason. */
export const ReviewWarnings = ({ warnings }: { warnings: readonly CertificateProblem[] }) => {
  const { t } = useTranslation('certificate');
  return (
    <Section title={t('review.why')}>
      {warnings.length === 0 ? <Notice>{t('review.noWarnings')}</Notice> : <CertificateProblems problems={warnings} />}
    </Section>
  );
};

interface LookupProps {
  lookup: { url: string; channel: VerifyChannel } | null;
  number: string;
  holder: string;
}

/** The official address, and what to type there. */
export const ReviewLookup = ({ lookup, number, holder }: LookupProps) => {
  const { t } = useTranslation('certificate');
  return (
    <Section title={t('review.lookup')} intro={lookup ? t('review.lookupHint') : undefined}>
      <p className={classes.number}>{number}</p>
      <Row>
        <CopyButton text={number}>{t('review.copyNumber')}</CopyButton>
        <CopyButton text={holder}>{t('review.copyName')}</CopyButton>
        {lookup && (
          <a href={lookup.url} target="_blank" rel="noreferrer noopener">
            {t('review.lookupOpen')} · {t(`channel.${lookup.channel}`)}
          </a>
        )}
      </Row>
      {!lookup && <Notice>{t('review.lookupNone')}</Notice>}
    </Section>
  );
};

/** The same number in other names, and what else she holds. */
export const ReviewElsewhere = ({ sameNumber, others }: { sameNumber: readonly Elsewhere[]; others: readonly Other[] }) => {
  const { t } = useTranslation('certificate');
  const district = useDistrictName();
  return (
    <>
      <Section title={t('review.sameNumber')}>
        {sameNumber.length === 0 ? (
          <p>{t('review.sameNumberNone')}</p>
        ) : (
          <ul className={classes.problems}>
            {sameNumber.map((row) => (
              <li key={`${row.id} ${row.holder} ${row.issuer}`}>
                {row.id ? <Link to={paths.reviewCertificate(row.id)}>{row.holder}</Link> : row.holder}
                <span>{[t(`family.${row.family}`), row.issuer, district(row.districtCode)].join(' · ')}</span>
                <StatusBadge kind="certificate:status" status={row.status} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('review.others')}>
        {others.length === 0 ? (
          <p>{t('review.othersNone')}</p>
        ) : (
          <ul className={classes.problems}>
            {others.map((row) => (
              <li key={row.id}>
                <Link to={paths.reviewCertificate(row.id)}>{row.name}</Link>
                <span>
                  {row.number} · {formatDate(row.issuedOn)}
                </span>
                <StatusBadge kind="certificate:status" status={row.status} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
};
