import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CertificateFamily,
  CertificateLevel,
  CertificateSource,
  Occupation,
  TitleLevel,
  TitleSeries,
} from '~/domain/certificate/certificate';
import type { CertificateVerdict } from '~/domain/certificate/shown';
import { formatDate, formatDateTime } from '~/i18n/format';
import classes from './certificates.module.css';
import { DefinitionList } from './definition-list';
import { Badge, type Tone } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage, useWords } from './use-words';

export interface CertificateShown {
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  titleSeries: TitleSeries | null;
  titleLevel: TitleLevel | null;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil: string | null;
  source: CertificateSource;
  districtCode: string | null;
  submittedAt: string | null;
  creditBankNo: string | null;
  remark: string;
}

interface FactsProps {
  certificate: CertificateShown;
  submitter: string | null;
  /** Facts before the others: who holds it. */
  holder?: readonly (readonly [string, ReactNode] | null)[];
}

/** What a certificate says, and how it came here. */
export const CertificateFacts = ({ certificate: held, submitter, holder = [] }: FactsProps) => {
  const { t } = useTranslation('certificate');
  const words = useWords();
  const district = useDistrictName();
  return (
    <DefinitionList
      items={[
        ...holder,
        [t('field.family'), t(`family.${held.family}`)],
        held.occupation ? [t('field.occupation'), words(`certificate:occupation.${held.occupation}`)] : null,
        [t('field.name'), held.name],
        held.titleSeries ? [t('field.titleSeries'), t(`titleSeries.${held.titleSeries}`)] : null,
        held.titleLevel ? [t('field.titleLevel'), t(`titleLevel.${held.titleLevel}`)] : null,
        held.level ? [t('field.level'), words(`certificate:level.${held.level}`)] : null,
        [
          t('field.number'),
          <span key="number" className={classes.number}>
            {held.number}
          </span>,
        ],
        [t('field.issuer'), held.issuer],
        [t('field.issuedOn'), formatDate(held.issuedOn)],
        held.validUntil ? [t('field.validUntil'), formatDate(held.validUntil)] : null,
        [t('field.source'), submitter ? `${t(`source.${held.source}`)} · ${submitter}` : t(`source.${held.source}`)],
        held.submittedAt ? [t('field.submittedAt'), formatDateTime(held.submittedAt)] : null,
        held.submittedAt ? [t('field.district'), district(held.districtCode)] : null,
        held.creditBankNo ? [t('field.creditBankNo'), held.creditBankNo] : null,
        held.remark ? [t('field.remark'), held.remark] : null,
      ]}
    />
  );
};

const TONES: Readonly<Record<CertificateVerdict['verdict'], Tone>> = { counts: 'good', would: 'wait', does_not: 'off' };

/** Whether it counts, why not, and by which line of which rule. */
export const CertificateVerdictLine = ({ verdict }: { verdict: CertificateVerdict | null }) => {
  const { t } = useTranslation(['certificate', 'rule']);
  const language = useLanguage();
  if (!verdict) return null;
  const rule = t('verdict.rule', { rule: language === 'en' ? verdict.ruleTitleEn : verdict.ruleTitleZh, version: verdict.version });
  const why = verdict.verdict === 'does_not' && verdict.reason ? t(`rule:why.${verdict.reason}`) : null;
  const clause = verdict.clause ? t('verdict.clause', { clause: verdict.clause }) : null;
  return (
    <p>
      <Badge tone={TONES[verdict.verdict]}>{t(`verdict.${verdict.verdict}`)}</Badge>{' '}
      <small>{[why, clause, rule, t('verdict.ifCaregiver')].filter(Boolean).join(language === 'en' ? '. ' : '；')}</small>
    </p>
  );
};
