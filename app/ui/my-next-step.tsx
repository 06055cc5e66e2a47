import { useTranslation } from 'react-i18next';
import type { NextStep as Step } from '~/domain/enrolment/next-step';
import { formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

/** One sentence on what a trainee does next, and the door to it. */
export function MyNextStep({ step }: { step: Step }) {
  const { t } = useTranslation('home');
  if (step.kind === 'find_class')
    return (
      <NextStep to={paths.courses()} action={t('findCourse')}>
        {t('me.step.find_class')}
      </NextStep>
    );
  const { course } = step;
  const to = paths.myEnrolment(step.enrolmentId);
  switch (step.kind) {
    case 'answer_offer':
      return (
        <NextStep to={to} action={t('me.answer')}>
          {t('me.step.answer_offer', { course, until: formatDateTime(step.until) })}
        </NextStep>
      );
    case 'attend':
      return (
        <NextStep to={to} action={t('me.open')} detail={t('me.step.attendAt', { place: step.place || '—', course })}>
          {t('me.step.attend', { lesson: step.lesson, at: formatDateTime(step.at) })}
        </NextStep>
      );
    case 'await_institution':
      return (
        <NextStep to={to} action={t('me.open')}>
          {t('me.step.await_institution', { course, due: step.due ?? '—' })}
        </NextStep>
      );
    case 'await_seat':
      return (
        <NextStep to={to} action={t('me.open')}>
          {t('me.step.await_seat', { course, position: step.position })}
        </NextStep>
      );
    default:
      return (
        <NextStep to={to} action={t('me.open')}>
          {t(`me.step.${step.kind}`, { course })}
        </NextStep>
      );
  }
}
