import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassStatus } from '~/domain/training-class/training-class';
import { formatDays } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { ClassPhase, type WindowState } from './class-phase';
import { ClassTabs } from './class-tabs';
import { Notice } from './notice';
import { Page } from './page';
import { useLanguage } from './use-words';

interface ClassHeadProps {
  group: {
    id: string;
    code: string;
    courseTitle: string;
    published: boolean;
    phase: ClassStatus;
    window: WindowState;
    startsOn: string;
    endsOn: string;
    capacity: number;
    seatsTaken: number;
    waitingCount: number;
  };
  children: ReactNode;
}

/** The frame of a provider's class: what it is, how full, and its pages. */
export const ClassHead = ({ group, children }: ClassHeadProps) => {
  const { t } = useTranslation('class');
  const language = useLanguage();
  const seats = t('page.seatsOf', { capacity: group.capacity, left: Math.max(0, group.capacity - group.seatsTaken) });
  const waiting = group.waitingCount > 0 ? ` · ${t('page.waiting', { count: group.waitingCount })}` : '';
  return (
    <Page
      title={group.code}
      status={<ClassPhase phase={group.phase} window={group.window} />}
      lead={`${t('manage.lead', { course: group.courseTitle, days: formatDays(group.startsOn, group.endsOn, language) })} · ${seats}${waiting}`}
      breadcrumbs={[{ label: t('list.title'), to: paths.providerClasses() }, { label: group.code }]}
      actions={
        <>
          {group.published && (
            <LinkButton to={paths.class(group.id)} emphasis="second">
              {t('manage.public')}
            </LinkButton>
          )}
          <LinkButton to={paths.newClass({ copy: group.id })} emphasis="second">
            {t('list.copy')}
          </LinkButton>
        </>
      }
      width="wide"
    >
      <ClassTabs classId={group.id} />
      {!group.published && <Notice tone="warn">{t('manage.notPublished')}</Notice>}
      {children}
    </Page>
  );
};
