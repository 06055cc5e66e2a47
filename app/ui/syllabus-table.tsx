import { useTranslation } from 'react-i18next';
import type { CourseModule } from '~/domain/course/course';
import { formatHours, NOTHING } from '~/i18n/format';
import classes from './course.module.css';
import { DataTable } from './data-table';
import { useLanguage } from './use-words';

const sum = (modules: readonly CourseModule[], key: 'theoryMinutes' | 'practiceMinutes') =>
  modules.reduce((total, module) => total + module[key], 0);

/** The modules of a course with theory and practice in class hours and minutes. */
export const SyllabusTable = ({ modules, dense }: { modules: readonly CourseModule[]; dense?: boolean }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const hours = (minutes: number) => (minutes === 0 ? <span className={classes.none}>{NOTHING}</span> : formatHours(minutes, language));
  return (
    <div className={classes.syllabus}>
      <DataTable
        caption={t('manage.syllabus')}
        captionHidden
        dense={dense}
        rows={modules}
        rowKey={(module) => module.code}
        empty={<p>{t('module.none')}</p>}
        columns={[
          {
            key: 'title',
            header: t('module.title'),
            rowHeader: true,
            cell: (module) => (
              <>
                {module.title} <span className={classes.code}>{module.code}</span>
                {module.topics.length > 0 && <span className={classes.topics}>{module.topics.join(language === 'en' ? ', ' : '、')}</span>}
              </>
            ),
          },
          { key: 'theory', header: t('theory'), numeric: true, nowrap: true, cell: (module) => hours(module.theoryMinutes) },
          { key: 'practice', header: t('practice'), numeric: true, nowrap: true, cell: (module) => hours(module.practiceMinutes) },
        ]}
        footer={[t('total'), hours(sum(modules, 'theoryMinutes')), hours(sum(modules, 'practiceMinutes'))]}
      />
    </div>
  );
};
