import { useTranslation } from 'react-i18next';
import type { CertificateLevel, Occupation, SubmittableFamily } from '~/domain/certificate/certificate';
import { CertificateCopies } from './certificate-copies';
import { CertificateForm } from './certificate-form';
import { ConfirmForm } from './confirm-form';
import { DraftState } from './draft-state';
import type { HeldDetails } from './held-certificate';
import type { KindChoice } from './naming-fields';
import { Section } from './page';

interface DraftProps {
  details: HeldDetails & { certificate: { xKindId: string | null } };
  choices: {
    family: SubmittableFamily;
    occupations: readonly Occupation[];
    levels: readonly CertificateLevel[];
    kinds: readonly KindChoice[];
  };
  today: string;
  forStaff?: boolean;
}

/** A draft: what keeps it from being handed in, its form, its photos. */
export const DraftCertificate = ({ details, choices, today, forStaff }: DraftProps) => {
  const { t } = useTranslation('certificate');
  const { certificate: held, files, holder } = details;
  return (
    <>
      <DraftState details={details} />
      {files.length > 0 && (
        <Section title={t('page.copies')}>
          <CertificateCopies files={files} holder={holder.name} removable />
        </Section>
      )}
      <Section title={t('entry.edit')}>
        <CertificateForm certificateId={held.id} {...choices} today={today} values={held} forStaff={forStaff} />
      </Section>
      <ConfirmForm intent="discard" label={t('page.discard')} explanation={t('page.discardText')} reason={false} danger />
    </>
  );
};
