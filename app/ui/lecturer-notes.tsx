import { useTranslation } from 'react-i18next';
import type { LecturerNote } from '~/domain/training-class/lecturer-notes';
import { Notice } from './notice';
import { useLanguage } from './use-words';

/** Whose approval does not hold on the day of a lesson, and who was not chosen from the registry. Nothing is blocked. */
export const LecturerNotes = ({ notes, unregistered }: { notes: readonly LecturerNote[]; unregistered: readonly string[] }) => {
  const { t } = useTranslation('lecturer');
  const comma = useLanguage() === 'en' ? ', ' : '、';
  if (notes.length === 0 && unregistered.length === 0) return null;
  const lessonsOf = (note: LecturerNote) => note.lessons.map(({ title, heldOn }) => `${heldOn} ${title}`).join(comma);
  return (
    <Notice tone={notes.length > 0 ? 'warn' : 'info'} title={t('lesson.notesTitle')}>
      <ul>
        {notes.map((note) => (
          <li key={`${note.lecturerId} ${note.kind}`}>
            {t(`lesson.${note.kind}`, { name: note.name, date: note.untilOn ?? '', lessons: lessonsOf(note) })}
          </li>
        ))}
        {unregistered.length > 0 && <li>{t('lesson.unregistered', { names: unregistered.join(comma) })}</li>}
      </ul>
      <p>{t('lesson.notBlocked')}</p>
    </Notice>
  );
};
