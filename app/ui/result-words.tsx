import { useTranslation } from 'react-i18next';
import type { Decision } from '~/domain/completion/result';
import { StatusBadge } from './status-badge';
import classes from './teaching.module.css';

/** A result with its reasons, or with what is still missing. */
export const ResultWords = ({ decision }: { decision: Decision }) => {
  const { t, i18n } = useTranslation('completion');
  const why = [
    ...decision.reasons.map((code) => t(`reason.${code}`)),
    ...decision.missing.map((code) => t(`missing.${code}`)),
    ...(decision.completedOn ? [t('passedOn', { date: decision.completedOn })] : []),
  ];
  return (
    <span className={classes.result}>
      <StatusBadge kind="completion:result" status={decision.result} />
      {why.length > 0 && <small>{why.join(i18n.language === 'en' ? '; ' : '；')}</small>}
    </span>
  );
};
