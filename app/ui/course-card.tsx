import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CourseCategory, Delivery } from '~/domain/course/course';
import { formatHoursShort, formatWeekday } from '~/i18n/format';
import { paths } from '~/web/paths';
import classes from './course.module.css';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

export interface CourseCardRow {
  id: string;
  title: string;
  categories: CourseCategory[];
  delivery: Delivery;
  provider: string;
  district: string | null;
  theoryMinutes: number;
  practiceMinutes: number;
  next: { startsOn: string; enrolFromOn: string; enrolUntilOn: string; isOpen: boolean; free: number; openClasses: number } | null;
}

/** One course of the catalogue: what it is, who teaches it where, and the next class to join. */
export const CourseCard = ({ course }: { course: CourseCardRow }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const district = useDistrictName();
  const { theoryMinutes, practiceMinutes, categories } = course;
  return (
    <li className={classes.card}>
      <div>
        <p className={classes.kind}>
          {categories.length > 1 ? `${t('mixed')} · ` : ''}
          {categories.map((category) => t(`category.${category}`)).join(' / ')} · {t(`delivery.${course.delivery}`)}
        </p>
        <h2 className={classes.cardTitle}>
          <Link to={paths.course(course.id)} prefetch="none">
            {course.title}
          </Link>
        </h2>
        <p className={classes.where}>
          {course.provider} · {course.district === null ? t('cityLevel') : district(course.district)}
        </p>
        <p className={classes.hours}>
          {formatHoursShort(theoryMinutes + practiceMinutes, language)}
          <span>
            {t('theory')} {formatHoursShort(theoryMinutes, language)} · {t('practice')} {formatHoursShort(practiceMinutes, language)}
          </span>
        </p>
      </div>
      <NextClass next={course.next} />
    </li>
  );
};

const NextClass = ({ next }: { next: CourseCardRow['next'] }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  if (!next) return <p className={classes.next}>{t('catalogue.noClass')}</p>;
  const seats = next.free > 0 ? t('catalogue.seats', { count: next.free }) : t('catalogue.full');
  return (
    <div className={classes.next} data-open={next.isOpen && next.free > 0 ? '' : undefined}>
      <p className={classes.starts}>{t('catalogue.next', { date: `${next.startsOn} ${formatWeekday(next.startsOn, language)}` })}</p>
      <p>
        {next.isOpen ? <strong>{seats}</strong> : t('catalogue.enrolFrom', { date: next.enrolFromOn })}
        {next.isOpen && <span> · {t('catalogue.enrolUntil', { date: next.enrolUntilOn })}</span>}
      </p>
      {next.openClasses > 1 && <p>{t('catalogue.moreClasses', { count: next.openClasses - 1 })}</p>}
    </div>
  );
};
