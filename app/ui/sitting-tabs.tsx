import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { Tabs } from './tabs';

export const SittingTabs = ({ sittingId, openAppeals }: { sittingId: string; openAppeals: number }) => {
  const { t } = useTranslation('evaluation');
  return (
    <Tabs
      label={t('sittings.tabs')}
      tabs={[
        { to: paths.sitting(sittingId), label: t('sittings.overview') },
        { to: paths.sittingResults(sittingId), label: t('sittings.toResults') },
        { to: paths.sittingAppeals(sittingId), label: t('sittings.toAppeals'), ...(openAppeals > 0 ? { count: openAppeals } : {}) },
      ]}
    />
  );
};
