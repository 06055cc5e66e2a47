import { useTranslation } from 'react-i18next';
import type { LessonDraft } from '~/domain/training-class/timetable';
import { LESSON_KINDS } from '~/domain/training-class/training-class';
import { DateField, SelectField, TextField, TimeField } from './fields';
import { LecturerChoice, type LecturerOption } from './lecturer-choice';
import classes from './lesson-grid.module.css';

interface LessonGridProps {
  drafts: readonly LessonDraft[];
  /** Rows to offer in all; those without a draft are empty. */
  rows: number;
  modules: readonly { code: string; title: string }[];
  lecturers: readonly LecturerOption[];
}

/** Lessons as rows of fields named `lesson.<row>.<part>`; an empty row means no lesson. */
export const LessonGrid = ({ drafts, rows, modules, lecturers }: LessonGridProps) => {
  const { t } = useTranslation('class');
  const kinds = LESSON_KINDS.map((kind) => ({ value: kind, label: t(`lessonKind.${kind}`) }));
  const options = modules.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  return (
    <div className={classes.grid}>
      {Array.from({ length: Math.max(rows, drafts.length) }, (_, row) => {
        const draft = drafts[row];
        const name = (part: keyof LessonDraft) => `lesson.${row}.${part}`;
        return (
          <fieldset key={name('heldOn')} className={classes.row}>
            <legend>{t('form.row', { n: row + 1 })}</legend>
            <DateField name={name('heldOn')} label={t('form.heldOn')} defaultValue={draft?.heldOn} />
            <TimeField name={name('from')} label={t('form.start')} defaultValue={draft?.from} />
            <TimeField name={name('until')} label={t('form.end')} defaultValue={draft?.until} />
            <TextField name={name('title')} label={t('form.content')} defaultValue={draft?.title} maxLength={200} />
            <SelectField name={name('kind')} label={t('field.kind')} options={kinds} defaultValue={draft?.kind ?? 'theory'} />
            <SelectField
              name={name('moduleCode')}
              label={t('field.module')}
              options={options}
              defaultValue={draft?.moduleCode}
              placeholder={t('form.noModule')}
              optional
            />
            <TextField name={name('place')} label={t('field.place')} defaultValue={draft?.place} maxLength={200} optional />
            <LecturerChoice
              registry={name('lecturerId')}
              printed={name('lecturer')}
              options={lecturers}
              chosen={draft?.lecturerId}
              text={draft?.lecturer}
            />
          </fieldset>
        );
      })}
    </div>
  );
};
