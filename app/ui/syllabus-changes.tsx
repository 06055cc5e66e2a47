import { useTranslation } from 'react-i18next';
import type { CourseModule } from '~/domain/course/course';
import { isUnchanged, type SyllabusChange } from '~/domain/course/syllabus-change';
import { formatHours, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { Badge, type Tone } from './status-badge';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

const TONES: Record<SyllabusChange['modules'][number]['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'wait' };

/** What differs from the version approved before: parts by name, modules with their hours and topics then and now. */
export const SyllabusChanges = ({ change }: { change: SyllabusChange }) => {
  const { t } = useTranslation('course');
  const marks = usePunctuation();
  if (isUnchanged(change)) return <p>{t('review.noChanges')}</p>;
  return (
    <>
      {change.fields.length > 0 && (
        <p>{t('review.fields', { fields: change.fields.map((field) => t(`changed.${field}`)).join(marks.list) })}</p>
      )}
      {change.modules.length > 0 && (
        <DataTable
          caption={t('compliance.modules')}
          captionHidden
          dense
          rows={change.modules}
          rowKey={(row) => `${row.kind} ${row.code}`}
          columns={[
            { key: 'module', header: t('module.title'), rowHeader: true, cell: (row) => `${row.code} ${row.title}` },
            { key: 'kind', header: t('review.change'), cell: (row) => <Badge tone={TONES[row.kind]}>{t(`review.${row.kind}`)}</Badge> },
            { key: 'before', header: t('review.before'), cell: (row) => <ModuleFacts module={row.before} /> },
            { key: 'after', header: t('review.after'), cell: (row) => <ModuleFacts module={row.after} /> },
          ]}
        />
      )}
    </>
  );
};

const ModuleFacts = ({ module }: { module: CourseModule | null }) => {
  const { t } = useTranslation('course');
  const marks = usePunctuation();
  const language = useLanguage();
  if (!module) return NOTHING;
  const parts = [
    [t('theory'), module.theoryMinutes],
    [t('practice'), module.practiceMinutes],
  ] as const;
  const hours = parts
    .filter(([, minutes]) => minutes > 0)
    .map(([name, minutes]) => `${name} ${formatHours(minutes, language)}`)
    .join(' · ');
  return (
    <>
      {module.title}
      <br />
      {hours}
      {module.topics.length > 0 && (
        <>
          <br />
          {module.topics.join(marks.list)}
        </>
      )}
    </>
  );
};
