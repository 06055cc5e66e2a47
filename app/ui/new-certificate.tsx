import { useTranslation } from 'react-i18next';
import type { CertificateLevel, Occupation, SubmittableFamily, TitleLevel, TitleSeries } from '~/domain/certificate/certificate';
import { LinkButton } from './button';
import { CertificateForm } from './certificate-form';
import { FamilyChoice } from './family-choice';
import type { KindChoice } from './naming-fields';
import { Notice } from './notice';
import { Section } from './page';
import { useDistrictName } from './use-district-name';

interface NewEntry {
  certificateId: string;
  today: string;
  districtCode: string | null;
  choices: {
    family: SubmittableFamily;
    occupations: readonly Occupation[];
    levels: readonly CertificateLevel[];
    kinds: readonly KindChoice[];
  } | null;
  corrects: {
    id: string;
    name: string;
    number: string;
    values: {
      occupation: Occupation | null;
      level: CertificateLevel | null;
      xKindId: string | null;
      titleSeries: TitleSeries | null;
      titleLevel: TitleLevel | null;
      name: string;
      number: string;
      issuer: string;
      issuedOn: string;
      validUntil: string | null;
      remark: string;
    };
  } | null;
}

interface NewCertificateProps {
  entry: NewEntry;
  /** The same page with a kind chosen. */
  to: (family?: SubmittableFamily) => string;
  engagementId?: string;
  forStaff?: boolean;
}

/** Which kind, then its form; and at once what will happen to it. */
export const NewCertificate = ({ entry, to, engagementId, forStaff }: NewCertificateProps) => {
  const { t } = useTranslation('certificate');
  const district = useDistrictName();
  const { choices, corrects, districtCode } = entry;
  if (!choices)
    return (
      <Section title={t(forStaff ? 'entry.chooseFamilyFor' : 'entry.chooseFamily')} intro={t('entry.chooseHint')} plain>
        <FamilyChoice to={to} />
      </Section>
    );
  return (
    <>
      {corrects && <Notice>{t('entry.correcting', { name: corrects.name, number: corrects.number })}</Notice>}
      <Notice title={t('entry.next')}>
        {districtCode === null ? t('entry.nextCity') : t('entry.nextDistrict', { district: district(districtCode) })}{' '}
        {t('entry.nextCounts')}
      </Notice>
      <Section
        title={t(`family.${choices.family}`)}
        intro={t(`familyHint.${choices.family}`)}
        actions={
          <LinkButton to={to()} emphasis="quiet" small>
            {t('entry.changeFamily')}
          </LinkButton>
        }
      >
        <CertificateForm
          certificateId={entry.certificateId}
          {...choices}
          today={entry.today}
          values={corrects?.values}
          replacesId={corrects?.id}
          engagementId={engagementId}
          forStaff={forStaff}
        />
      </Section>
    </>
  );
};
