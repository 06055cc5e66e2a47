import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { Tabs } from './tabs';

/** The provider's pages of one class. */
export const ClassTabs = ({ classId }: { classId: string }) => {
  const { t } = useTranslation(['class', 'feedback']);
  const { pathname } = useLocation();
  const attendance = paths.attendanceOverview(classId);
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: paths.providerClass(classId), label: t('tabs.people') },
        { to: paths.lessons(classId), label: t('tabs.lessons') },
        { to: attendance, label: t('tabs.attendance'), current: pathname.startsWith(attendance) },
        { to: paths.scores(classId), label: t('tabs.scores') },
        { to: paths.closing(classId), label: t('tabs.closing') },
        { to: paths.classFeedback(classId), label: t('feedback:tab') },
        { to: paths.classSettings(classId), label: t('tabs.settings') },
      ]}
    />
  );
};
