import { useTranslation } from 'react-i18next';
import { SERIOUS_ALERTS, type StaffAlert } from '~/domain/person/roster';
import { NOTHING } from '~/i18n/format';
import { Badge } from './status-badge';

/** What is missing or runs out, each in words. */
export const AlertBadges = ({ alerts, isDisputed = false }: { alerts: readonly StaffAlert[]; isDisputed?: boolean }) => {
  const { t } = useTranslation('roster');
  if (alerts.length === 0 && !isDisputed) return <>{NOTHING}</>;
  return (
    <>
      {isDisputed && <Badge tone="wait">{t('disputed')}</Badge>}{' '}
      {alerts.map((alert) => (
        <span key={alert}>
          <Badge tone={SERIOUS_ALERTS.includes(alert) ? 'bad' : 'wait'}>{t(`alert.${alert}`)}</Badge>{' '}
        </span>
      ))}
    </>
  );
};
