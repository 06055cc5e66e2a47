import { useTranslation } from 'react-i18next';
import type { Compliance, ComplianceGap } from '~/domain/course/compliance';
import type { Outline } from '~/domain/course/outline';
import { formatHours } from '~/i18n/format';
import classes from './course.module.css';
import { DataTable } from './data-table';
import { Notice } from './notice';
import { Badge, type Tone } from './status-badge';
import { useLanguage } from './use-words';

export interface MeasuredOutline {
  outline: Outline & { id: string };
  result: Compliance;
}

const STATES: Record<Compliance['modules'][number]['state'], Tone> = { covered: 'good', short: 'wait', missing: 'bad' };

/** The name of an outline module as a reader knows it. */
const useModuleName = (outline: Outline) => {
  const language = useLanguage();
  return (code = '') => {
    const module = outline.modules.find((known) => known.code === code);
    return module ? `${code} ${language === 'en' ? module.titleEn : module.titleZh}` : code;
  };
};

/** What to read of the gaps: a module that is missing takes its topics with it. */
const linesOf = (gaps: readonly ComplianceGap[]): ComplianceGap[] => {
  const missing = new Set(gaps.filter(({ code }) => code === 'module_missing').map(({ params }) => params.module));
  return gaps.filter(({ code, params }) => code !== 'topic_missing' || !missing.has(params.module));
};

/** How a course measures up to one version of an outline: what is missing first, then the figures behind it. */
export const ComplianceReport = ({ outline, result }: MeasuredOutline) => {
  const { t } = useTranslation('course');
  const asked = outline.source === 'official' ? t('compliance.askedOfficial') : t('compliance.asked');
  const gaps = linesOf(result.gaps);
  return (
    <div className={classes.compliance}>
      <OutlineNote outline={outline} />
      {gaps.length === 0 ? (
        <Notice tone="good">{t('compliance.covered')}</Notice>
      ) : (
        <Notice tone="warn" title={t('compliance.gaps', { count: gaps.length })}>
          <GapList outline={outline} gaps={gaps} />
        </Notice>
      )}
      <Measures result={result} asked={asked} />
      <details className={classes.details}>
        <summary>{t('compliance.modules')}</summary>
        <Modules outline={outline} result={result} asked={asked} />
        {result.extra.length > 0 && <p>{t('compliance.extra', { modules: result.extra.join(', ') })}</p>}
      </details>
    </div>
  );
};

/** Where the hours come from: proposed ones are never called a rule of the state. */
const OutlineNote = ({ outline }: { outline: Outline }) => {
  const { t } = useTranslation('course');
  const params = { document: outline.documentNo ?? t('compliance.noDocument'), version: outline.version };
  const note = outline.source === 'official' ? t('compliance.officialNote', params) : t('compliance.proposedNote', params);
  return (
    <p className={classes.note}>
      <strong>{t('compliance.against', { category: t(`category.${outline.category}`) })}</strong> {note}
    </p>
  );
};

const GapList = ({ outline, gaps }: { outline: Outline; gaps: readonly ComplianceGap[] }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const name = useModuleName(outline);
  return (
    <ul className={classes.gaps}>
      {gaps.map(({ code, params }) => (
        <li key={`${code}-${params.module ?? ''}-${params.topic ?? ''}`}>
          {t(`gap.${code}`, { module: name(params.module), topic: params.topic ?? '', hours: formatHours(params.short ?? 0, language) })}
        </li>
      ))}
    </ul>
  );
};

const Measures = ({ result, asked }: { result: Compliance; asked: string }) => {
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

const Modules = ({ outline, result, asked }: MeasuredOutline & { asked: string }) => {
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
