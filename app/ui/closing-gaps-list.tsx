import { useTranslation } from 'react-i18next';
import type { ClosingGap, ClosingGapCode } from '~/domain/completion/closing-gaps';
import { formatDate } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import classes from './teaching.module.css';
import { useLanguage } from './use-words';

type Fix = 'fixAttendance' | 'fixScores' | 'fixApplicants' | 'fixLessons';
const FIXES: Readonly<Record<ClosingGapCode, readonly [Fix, (classId: string) => string]>> = {
  no_lessons: ['fixLessons', paths.lessons],
  lessons_not_finished: ['fixLessons', paths.lessons],
  no_trainees: ['fixApplicants', paths.providerClass],
  applicants_undecided: ['fixApplicants', paths.providerClass],
  attendance_missing: ['fixAttendance', paths.attendanceOverview],
  theory_score_missing: ['fixScores', paths.scores],
  practical_score_missing: ['fixScores', paths.scores],
};

interface GapsProps {
  gaps: readonly ClosingGap[];
  unmarked: readonly { id: string; title: string; startsAt: string | Date; missing: number }[];
  /** The provider may go and mend each. */
  classId?: string;
}

const SHOWN = 8;

/** What is missing, whom it concerns, and where it is mended. */
export const ClosingGapsList = ({ gaps, unmarked, classId }: GapsProps) => {
  const { t } = useTranslation('completion');
  const language = useLanguage();
  return (
    <ul className={classes.gaps}>
      {gaps.map(({ code, people }) => {
        const names = people
          .slice(0, SHOWN)
          .map((person) => person.name)
          .join(language === 'en' ? ', ' : '、');
        const [fix, to] = FIXES[code];
        return (
          <li key={code}>
            <span>
              <strong>{t(`closing.gap.${code}`)}</strong>
              {people.length > 0 && (
                <small>
                  {t('closing.gapPeople', { count: people.length, names: people.length > SHOWN ? t('closing.gapMore', { names }) : names })}
                </small>
              )}
              {code === 'attendance_missing' &&
                unmarked.map((lesson) => (
                  <small key={lesson.id}>
                    {t('closing.unmarkedLesson', { date: formatDate(lesson.startsAt), title: lesson.title, count: lesson.missing })}
                  </small>
                ))}
            </span>
            {classId && (
              <LinkButton to={to(classId)} emphasis="second" small>
                {t(`closing.${fix}`)}
              </LinkButton>
            )}
          </li>
        );
      })}
    </ul>
  );
};
