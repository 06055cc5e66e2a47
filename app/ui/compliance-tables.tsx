import { useTranslation } from 'react-i18next';
import type { Compliance } from '~/domain/course/compliance';
import type { Outline } from '~/domain/course/outline';
import { formatHours } from '~/i18n/format';
import { DataTable } from './data-table';
import { Badge, type Tone } from './status-badge';
import { useLanguage } from './use-words';

export interface MeasuredOutline {
  outline: Outline & { id: string };
  result: Compliance;
}

const STATES: Record<Compliance['modules'][number]['state'], Tone> = { covered: 'good', short: 'wait', missing: 'bad' };

/** The name of an outline module as a reader knows it. */
export const useModuleName = (outline: Outline) => {
  const language = useLanguage();
  return (code = '') => {
    const module = outline.modules.find((known) => known.code === code);
    return module ? `${code} ${language === 'en' ? module.titleEn : module.titleZh}` : code;
  };
};

/** Total, theory and practice: proposed or required, offered, short. */
export const ComplianceMeasures = ({ result, asked }: { result: Compliance; asked: string }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const rows = (['total', 'theory', 'practice'] as const).map((key) => ({ key, ...result[key] }));
  return (
    <DataTable
      caption={t('compliance.measure')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'key', header: t('field.hours'), rowHeader: true, cell: (row) => t(row.key) },
        { key: 'asked', header: asked, numeric: true, nowrap: true, cell: (row) => formatHours(row.asked, language) },
        { key: 'offered', header: t('compliance.offered'), numeric: true, nowrap: true, cell: (row) => formatHours(row.offered, language) },
        { key: 'short', header: t('compliance.short'), numeric: true, nowrap: true, cell: (row) => shortOf(row.short, language) },
      ]}
    />
  );
};

const shortOf = (minutes: number, language: Parameters<typeof formatHours>[1]) => (minutes > 0 ? formatHours(minutes, language) : '0');

/** Each module of the outline: covered, short or missing. */
export const ComplianceModules = ({ outline, result, asked }: MeasuredOutline & { asked: string }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const name = useModuleName(outline);
  const topics = (code: string) => outline.modules.find((module) => module.code === code)?.topics.length ?? 0;
  return (
    <DataTable
      caption={t('compliance.modules')}
      captionHidden
      dense
      rows={result.modules}
      rowKey={(row) => row.code}
      columns={[
        { key: 'module', header: t('module.outline'), rowHeader: true, cell: (row) => name(row.code) },
        {
          key: 'state',
          header: t('compliance.moduleState'),
          cell: (row) => <Badge tone={STATES[row.state]}>{t(`compliance.state.${row.state}`)}</Badge>,
        },
        {
          key: 'asked',
          header: asked,
          numeric: true,
          nowrap: true,
          cell: (row) => formatHours(row.theory.asked + row.practice.asked, language),
        },
        {
          key: 'offered',
          header: t('compliance.offered'),
          numeric: true,
          nowrap: true,
          cell: (row) => formatHours(row.theory.offered + row.practice.offered, language),
        },
        {
          key: 'topics',
          header: t('compliance.topics'),
          numeric: true,
          cell: (row) => t('compliance.topicsFound', { found: topics(row.code) - row.topicsMissing.length, asked: topics(row.code) }),
        },
      ]}
    />
  );
};
