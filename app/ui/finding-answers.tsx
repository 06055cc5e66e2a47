import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/i18n/format';
import { GuidancePhotos } from './guidance-photos';
import { Notice } from './notice';
import classes from './visit.module.css';

interface FindingAnswersProps {
  answers: readonly { id: string; statement: string; answeredAt: string; returnReason: string | null; photos: readonly string[] }[];
}

/** Every answer of the institution, the newest first, with its photos; one that was returned says why. */
export const FindingAnswers = ({ answers }: FindingAnswersProps) => {
  const { t } = useTranslation('visit');
  if (answers.length === 0) return <p className={classes.soft}>{t('finding.noAnswer')}</p>;
  return answers.map((answer) => (
    <article key={answer.id} className={classes.answer}>
      <p className={classes.soft}>{t('finding.answeredAt', { at: formatDateTime(answer.answeredAt) })}</p>
      <p className={classes.words}>{answer.statement}</p>
      <GuidancePhotos ids={answer.photos} alt={(n) => t('finding.photoAlt', { n })} />
      {answer.returnReason && <Notice tone="warn">{t('finding.returned', { reason: answer.returnReason })}</Notice>}
    </article>
  ));
};
