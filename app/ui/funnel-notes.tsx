import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES } from '~/domain/talent/funnel';
import { formatDateTime } from '~/i18n/format';
import classes from './funnel.module.css';
import { Notice } from './notice';

interface State {
  asOf: string;
  underCheck: boolean;
  gapDays: number;
}

/** Of which moment the figures are, and by which rule. */
export const FunnelNotes = ({ state }: { state: State }) => {
  const { t } = useTranslation('funnel');
  return (
    <div className={classes.notes}>
      <p className="numeric">{t('funnel.asOf', { at: formatDateTime(state.asOf) })}</p>
      <details>
        <summary>{t('funnel.rule.title')}</summary>
        <ul>
          {FUNNEL_STAGES.map((stage) => (
            <li key={stage}>{t(`funnel.rule.${stage}`, { days: state.gapDays })}</li>
          ))}
          <li>{t('funnel.rule.apart')}</li>
          <li>{t('funnel.rule.scope')}</li>
        </ul>
      </details>
    </div>
  );
};

export const FunnelWarning = ({ state }: { state: State }) => {
  const { t } = useTranslation('funnel');
  return state.underCheck ? <Notice tone="warn">{t('funnel.underCheck')}</Notice> : null;
};
