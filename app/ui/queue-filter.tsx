import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES, CERTIFICATE_SOURCES, type CertificateFamily } from '~/domain/certificate/certificate';
import { ERROR_CODES, WARNING_CODES } from '~/domain/certificate/problem';
import { DISTRICTS } from '~/domain/organisation/districts';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useLanguage } from './use-words';

interface QueueFilterProps {
  state: string;
  families: Partial<Record<CertificateFamily, number>>;
  /** The city may look at one district. */
  byDistrict: boolean;
}

const WAITING = ['3', '7', '14', '30'] as const;

/** The conditions of the queue; families say how many there are of each. */
export const QueueFilter = ({ state, families, byDistrict }: QueueFilterProps) => {
  const { t } = useTranslation('certificate');
  const language = useLanguage();
  return (
    <FilterBar keep={{ state }}>
      <TextField name="q" label={t('queue.search')} type="search" optional maxLength={60} />
      <SelectField
        name="family"
        label={t('field.family')}
        optional
        placeholder={t('queue.allFamilies')}
        options={CERTIFICATE_FAMILIES.filter((family) => families[family]).map((value) => ({
          value,
          label: `${t(`family.${value}`)} (${families[value]})`,
        }))}
      />
      {byDistrict && (
        <SelectField
          name="district"
          label={t('field.district')}
          optional
          options={DISTRICTS.map((district) => ({ value: district.code, label: language === 'en' ? district.en : district.zh }))}
        />
      )}
      <TextField name="institution" label={t('queue.institution')} optional maxLength={60} />
      <SelectField
        name="warning"
        label={t('field.warnings')}
        optional
        placeholder={t('queue.allWarnings')}
        options={[
          { value: 'any', label: t('queue.anyWarning') },
          { value: 'none', label: t('queue.noWarning') },
          ...[...ERROR_CODES, ...WARNING_CODES].map((code) => ({ value: code, label: t(`export.${code}`) })),
        ]}
      />
      {state === 'submitted' && (
        <SelectField
          name="waiting"
          label={t('queue.waiting')}
          optional
          options={WAITING.map((days) => ({ value: days, label: t('queue.waitingDays', { days }) }))}
        />
      )}
      <SelectField
        name="source"
        label={t('field.source')}
        optional
        options={CERTIFICATE_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
    </FilterBar>
  );
};
