import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import classes from './certificates.module.css';
import { useQueueKeys } from './use-queue-keys';

interface QueueLinksProps {
  back: string;
  previous: string | null;
  next: string | null;
  total: number;
}

/** Through the queue without going back to the list: links, access keys, and J, K, U where the page is alive. */
export const QueueLinks = ({ back, previous, next, total }: QueueLinksProps) => {
  const { t } = useTranslation('certificate');
  useQueueKeys('review');
  return (
    <nav className={classes.queueBar} aria-label={t('queue.title')} data-print="no">
      <Link to={back} data-queue="back">
        {t('review.back')}
      </Link>
      <small>{t('queue.keysReview')}</small>
      <span>
        {t('review.place', { total })}{' '}
        {previous && (
          <Link to={previous} data-queue="previous" accessKey="p" rel="prev">
            {t('review.previous')}
          </Link>
        )}{' '}
        {next ? (
          <Link to={next} data-queue="next" accessKey="n" rel="next">
            {t('review.nextOne')}
          </Link>
        ) : (
          t('review.last')
        )}
      </span>
    </nav>
  );
};
