import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CourseCategory } from '~/domain/course/course';
import type { OutlineModule, OutlineSource } from '~/domain/course/outline';
import { formatHours, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Badge } from './status-badge';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

export interface OutlineRow {
  id: string;
  category: CourseCategory;
  version: number;
  titleZh: string;
  titleEn: string;
  source: OutlineSource;
  theoryMinutes: number;
  practiceMinutes: number;
  effectiveOn: string;
  courses: number;
  inForce: boolean;
}

/** The versions of a category's outline, newest first. */
export const OutlineVersions = ({ rows, caption }: { rows: readonly OutlineRow[]; caption: string }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'version',
          header: t('outline.version'),
          rowHeader: true,
          cell: (row) => <Link to={paths.outline(row.id)}>{t('manage.version', { version: row.version })}</Link>,
        },
        { key: 'title', header: t('outline.name'), cell: (row) => (language === 'en' ? row.titleEn : row.titleZh) },
        {
          key: 'source',
          header: t('outline.source'),
          cell: (row) => (
            <>
              {t(`source.${row.source}`)} {row.inForce && <Badge tone="good">{t('outline.inForce')}</Badge>}
            </>
          ),
        },
        { key: 'theory', header: t('theory'), numeric: true, nowrap: true, cell: (row) => formatHours(row.theoryMinutes, language) },
        { key: 'practice', header: t('practice'), numeric: true, nowrap: true, cell: (row) => formatHours(row.practiceMinutes, language) },
        { key: 'effectiveOn', header: t('outline.effectiveOn'), nowrap: true, cell: (row) => row.effectiveOn },
        { key: 'courses', header: t('outline.courses'), numeric: true, cell: (row) => row.courses },
      ]}
    />
  );
};

/** The modules that one version asks for. */
export const OutlineModules = ({ modules }: { modules: readonly OutlineModule[] }) => {
  const { t } = useTranslation('course');
  const marks = usePunctuation();
  const language = useLanguage();
  const hours = (minutes: number) => (minutes === 0 ? NOTHING : formatHours(minutes, language));
  const sum = (key: 'theoryMinutes' | 'practiceMinutes') => modules.reduce((total, module) => total + module[key], 0);
  return (
    <DataTable
      caption={t('compliance.modules')}
      captionHidden
      rows={modules}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'title',
          header: t('module.title'),
          rowHeader: true,
          cell: (row) => `${row.code} ${language === 'en' ? row.titleEn : row.titleZh}`,
        },
        { key: 'topics', header: t('outline.topics'), cell: (row) => row.topics.join(marks.list) || NOTHING },
        { key: 'theory', header: t('theory'), numeric: true, nowrap: true, cell: (row) => hours(row.theoryMinutes) },
        { key: 'practice', header: t('practice'), numeric: true, nowrap: true, cell: (row) => hours(row.practiceMinutes) },
      ]}
      footer={[t('total'), null, hours(sum('theoryMinutes')), hours(sum('practiceMinutes'))]}
    />
  );
};
