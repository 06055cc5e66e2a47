import type { Role } from '~/domain/shared/actor';
import type { WordKey } from '~/i18n/words';
import { paths } from '~/web/paths';
import type { IconName } from './icons';

export interface NavigationItem {
  to: string;
  label: WordKey;
  icon?: IconName;
  /** Active on this very address only, not below it. */
  exact?: boolean;
}

const commission: NavigationItem[] = [
  { to: paths.commission(), label: 'common:nav.work', exact: true },
  { to: paths.figures(), label: 'common:nav.figures' },
  { to: paths.personTimes(), label: 'common:nav.personTimes' },
  { to: paths.organisations(), label: 'common:nav.organisations' },
  { to: paths.claims(), label: 'common:nav.claims' },
  { to: paths.outlines(), label: 'common:nav.outlines' },
];

/** What stands in the head of every page, by role. */
export const NAVIGATION: Readonly<Record<Role | 'visitor', readonly NavigationItem[]>> = {
  visitor: [
    { to: paths.home(), label: 'common:nav.home', exact: true },
    { to: paths.courses(), label: 'common:nav.courses' },
    { to: paths.verify(), label: 'common:nav.verify' },
    { to: paths.counting(), label: 'common:nav.counting' },
  ],
  trainee: [
    { to: paths.me(), label: 'common:nav.home', exact: true },
    { to: paths.courses(), label: 'common:nav.courses' },
    { to: paths.myEnrolments(), label: 'common:nav.enrolments' },
    { to: paths.myRecord(), label: 'common:nav.record' },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  institution_admin: [
    { to: paths.institution(), label: 'common:nav.work', exact: true },
    { to: paths.staff(), label: 'common:nav.staff' },
    { to: paths.confirmations(), label: 'common:nav.confirmations' },
    { to: paths.nominate(), label: 'common:nav.nominate' },
    { to: paths.courses(), label: 'common:nav.courses' },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  provider_staff: [
    { to: paths.provider(), label: 'common:nav.work', exact: true },
    { to: paths.providerCourses(), label: 'common:nav.providerCourses' },
    { to: paths.providerClasses(), label: 'common:nav.classes' },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  district_officer: [...commission, { to: paths.inbox(), label: 'common:nav.inbox' }],
  city_officer: [...commission, { to: paths.targets(), label: 'common:nav.targets' }, { to: paths.inbox(), label: 'common:nav.inbox' }],
  system_admin: [
    { to: paths.admin(), label: 'common:nav.work', exact: true },
    { to: paths.accounts(), label: 'common:nav.accounts' },
    { to: paths.jobs(), label: 'common:nav.jobs' },
    { to: paths.outbox(), label: 'common:nav.outbox' },
  ],
  auditor: [{ to: paths.audit(), label: 'common:nav.audit' }],
};

/** The bar at the foot of a phone, for trainees. */
export const TABS: readonly NavigationItem[] = [
  { to: paths.me(), label: 'common:nav.home', icon: 'home', exact: true },
  { to: paths.courses(), label: 'common:nav.courses', icon: 'search' },
  { to: paths.myEnrolments(), label: 'common:nav.me', icon: 'person' },
  { to: paths.inbox(), label: 'common:nav.inbox', icon: 'message' },
];
