import { useTranslation } from 'react-i18next';
import type { CertificateLevel, Occupation, SubmittableFamily, TitleLevel, TitleSeries } from '~/domain/certificate/certificate';
import { SelectField, TextField } from './fields';
import { Notice } from './notice';
import { useWords } from './use-words';

export interface KindChoice {
  id: string;
  name: string;
  issuer: string;
}

interface EntryValues {
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
}

export interface CertificateFormProps {
  certificateId: string;
  family: SubmittableFamily;
  occupations: readonly Occupation[];
  levels: readonly CertificateLevel[];
  kinds: readonly KindChoice[];
  today: string;
  values?: Partial<EntryValues>;
  engagementId?: string;
  replacesId?: string;
  /** An institution enters it for somebody else. */
  forStaff?: boolean;
}

type NamingProps = Pick<CertificateFormProps, 'family' | 'occupations' | 'kinds' | 'values'>;

/** What the certificate is called: an occupation, an entry of the 1+X catalogue, or the words printed on it. */
export const NamingFields = ({ family, occupations, kinds, values = {} }: NamingProps) => {
  const { t } = useTranslation('certificate');
  const words = useWords();
  if (family === 'x_certificate') {
    if (kinds.length === 0) return <Notice tone="warn">{t('entry.noKinds')}</Notice>;
    return (
      <SelectField
        name="xKindId"
        label={t('field.xKind')}
        defaultValue={values.xKindId}
        options={kinds.map((kind) => ({ value: kind.id, label: `${kind.name} · ${kind.issuer}` }))}
      />
    );
  }
  if (occupations.length === 0)
    return <TextField name="name" label={t('field.name')} hint={t('field.nameHint')} defaultValue={values.name} maxLength={100} />;
  return (
    <>
      <SelectField
        name="occupation"
        label={t('field.occupation')}
        defaultValue={values.occupation}
        options={occupations.map((value) => ({ value, label: words(`certificate:occupation.${value}`) }))}
      />
      <TextField
        name="name"
        label={t('field.name')}
        hint={t('field.nameHintOccupational')}
        defaultValue={values.name}
        maxLength={100}
        optional
      />
    </>
  );
};
