import { useTranslation } from 'react-i18next';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import classes from './notice.module.css';
import { useWords } from './use-words';

const PAGES = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  419: 'sessionExpired',
  422: 'badRequest',
  429: 'tooMany',
  500: 'defect',
  503: 'unavailable',
} as const;

/** Which of the pages an answer's status gets. */
export const errorPageOf = (status: number) => {
  const known = Object.entries(PAGES).find(([code]) => Number(code) === status)?.[1];
  return known ?? (status < 500 ? 'badRequest' : 'defect');
};

interface ErrorPageProps {
  status: number;
  /** A refusal says more than the status does. */
  code?: RefusalCode;
  params?: RefusalParams;
  reference?: string;
}

/** What a visitor sees instead of the page: what happened, what to do, and a number to quote. */
export const ErrorPage = ({ status, code, params, reference }: ErrorPageProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const page = errorPageOf(status);
  const said = code && code !== 'not_found' && code !== 'forbidden' && code !== 'unavailable';
  return (
    <div className={classes.error}>
      <p className={classes.status}>{status}</p>
      <h1>{t(`error.${page}.title`)}</h1>
      <p>{said ? words(`refusals:${code}`, params) : t(`error.${page}.text`)}</p>
      {reference && status >= 500 && (
        <p className={classes.reference}>
          <span className="numeric">{t('error.reference', { reference })}</span>
          <small>{t('error.referenceHint')}</small>
        </p>
      )}
      <div className={classes.row}>
        <LinkButton to={paths.home()}>{t('error.home')}</LinkButton>
        <LinkButton to={paths.siteMap()} emphasis="second">
          {t('footer.siteMap')}
        </LinkButton>
      </div>
    </div>
  );
};
