import type { OrganisationKind, Role } from '~/domain/shared/actor';
import type { WordKey } from '~/i18n/words';
import { paths } from '~/web/paths';
import type { Viewer } from '~/web/viewer';
import type { IconName } from './icons';

export interface NavigationItem {
  to: string;
  label: WordKey;
  icon?: IconName;
  /** Active on this very address only, not below it. */
  exact?: boolean;
  /** For members of such organisations only. */
  kinds?: readonly OrganisationKind[];
}

/** Pages of one subject: one word in the head, and a row of its pages below while one of them is open. */
export interface NavigationGroup {
  label: WordKey;
  items: readonly [NavigationItem, ...NavigationItem[]];
}

export type NavigationEntry = NavigationItem | NavigationGroup;

const isAt = (item: NavigationItem, path: string): boolean => path === item.to || (!item.exact && path.startsWith(`${item.to}/`));

/** The group whose page is open, by its longest address. */
export const openGroup = (entries: readonly NavigationEntry[], path: string): NavigationGroup | undefined => {
  const at = entries.flatMap((entry) =>
    ('items' in entry ? entry.items : [entry]).filter((item) => isAt(item, path)).map((item) => ({ entry, length: item.to.length })),
  );
  const best = at.sort((a, b) => b.length - a.length)[0]?.entry;
  return best && 'items' in best ? best : undefined;
};

const commission: NavigationEntry[] = [
  { to: paths.commission(), label: 'common:nav.work', exact: true },
  {
    label: 'common:nav.groupFigures',
    items: [
      { to: paths.figures(), label: 'common:nav.figures' },
      { to: paths.personTimes(), label: 'common:nav.personTimes' },
      { to: paths.rate(), label: 'common:nav.rate' },
      { to: paths.rules(), label: 'common:nav.rules' },
      { to: paths.targets(), label: 'common:nav.targets', kinds: ['commission_city'] },
    ],
  },
  {
    label: 'common:nav.groupInstitutions',
    items: [
      { to: paths.commissionInstitutions(), label: 'common:nav.institutions' },
      { to: paths.organisations(), label: 'common:nav.organisations' },
      { to: paths.rosters(), label: 'common:nav.rosters' },
      { to: paths.doubleRosters(), label: 'common:nav.doubleRosters' },
      { to: paths.lateAnswers(), label: 'common:nav.lateAnswers' },
      { to: paths.people(), label: 'common:nav.people' },
      { to: paths.claims(), label: 'common:nav.claims' },
      { to: paths.clients(), label: 'common:nav.clients' },
      { to: paths.imports(), label: 'common:nav.imports' },
    ],
  },
  {
    label: 'common:nav.groupCertificates',
    items: [
      { to: paths.certificateQueue(), label: 'common:nav.certificateQueue' },
      { to: paths.endingCertificates(), label: 'common:nav.endingCertificates' },
      { to: paths.issuers(), label: 'common:nav.issuers' },
      { to: paths.titles(), label: 'common:nav.titles' },
      { to: paths.citySittings(), label: 'common:nav.sittings' },
      { to: paths.xKinds(), label: 'common:nav.xKinds' },
    ],
  },
  {
    label: 'common:nav.groupHealthCare',
    items: [
      { to: paths.healthCare(), label: 'common:nav.healthCare' },
      { to: paths.visits(), label: 'common:nav.visits' },
      { to: paths.findings(), label: 'common:nav.findings' },
      { to: paths.checklists(), label: 'common:nav.checklists' },
    ],
  },
  {
    label: 'common:nav.groupTalent',
    items: [
      { to: paths.outlines(), label: 'common:nav.outlines' },
      { to: paths.postTrainings(), label: 'common:nav.postTrainings' },
      { to: paths.lecturers(), label: 'common:nav.lecturers' },
      { to: paths.feedback(), label: 'common:nav.feedback' },
      { to: paths.programmePoints(), label: 'common:nav.programmePoints' },
      { to: paths.majors(), label: 'common:nav.majors' },
      { to: paths.cityAgreements(), label: 'common:nav.agreements' },
      { to: paths.cityPractice(), label: 'common:nav.teacherPractice' },
      { to: paths.enterprises(), label: 'common:nav.enterprises' },
      { to: paths.cityPlacements(), label: 'common:nav.placements' },
      { to: paths.funnel(), label: 'common:nav.funnel' },
    ],
  },
];

/** By role; pages of other kinds of organisations are left out by `navigationOf`. */
const NAVIGATION: Readonly<Record<Role | 'visitor', readonly NavigationEntry[]>> = {
  visitor: [
    { to: paths.home(), label: 'common:nav.home', exact: true },
    { to: paths.courses(), label: 'common:nav.courses' },
    { to: paths.institutions(), label: 'common:nav.publicInstitutions' },
    { to: paths.verify(), label: 'common:nav.verify' },
    { to: paths.counting(), label: 'common:nav.counting' },
  ],
  trainee: [
    { to: paths.me(), label: 'common:nav.home', exact: true },
    { to: paths.courses(), label: 'common:nav.courses' },
    { to: paths.myEnrolments(), label: 'common:nav.enrolments' },
    {
      label: 'common:nav.groupMine',
      items: [
        { to: paths.myRecord(), label: 'common:nav.record' },
        { to: paths.myPosts(), label: 'common:nav.posts' },
        { to: paths.myCertificates(), label: 'common:nav.certificates' },
        { to: paths.mySittings(), label: 'common:nav.sittings' },
        { to: paths.myPlacements(), label: 'common:nav.placements' },
      ],
    },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  institution_admin: [
    { to: paths.institution(), label: 'common:nav.work', exact: true },
    {
      label: 'common:nav.groupStaff',
      items: [
        { to: paths.staff(), label: 'common:nav.staff' },
        { to: paths.rosterAnswers(), label: 'common:nav.rosterAnswers' },
        { to: paths.staffCertificates(), label: 'common:nav.certificates' },
        { to: paths.institutionRate(), label: 'common:nav.rate' },
        { to: paths.institutionFile(), label: 'common:nav.institutionFile' },
        { to: paths.imports(), label: 'common:nav.imports' },
      ],
    },
    {
      label: 'common:nav.groupTraining',
      items: [
        { to: paths.confirmations(), label: 'common:nav.confirmations' },
        { to: paths.nominate(), label: 'common:nav.nominate' },
        { to: paths.courses(), label: 'common:nav.courses' },
      ],
    },
    { to: paths.institutionHealthCare(), label: 'common:nav.groupHealthCare' },
    {
      label: 'common:nav.groupCooperation',
      items: [
        { to: paths.institutionPlacements(), label: 'common:nav.placements' },
        { to: paths.institutionAgreements(), label: 'common:nav.agreements' },
        { to: paths.institutionPractice(), label: 'common:nav.teacherPractice' },
      ],
    },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  provider_staff: [
    { to: paths.provider(), label: 'common:nav.work', exact: true },
    { to: paths.providerCourses(), label: 'common:nav.providerCourses' },
    { to: paths.providerClasses(), label: 'common:nav.classes' },
    {
      label: 'common:nav.groupTeaching',
      items: [
        { to: paths.providerLecturers(), label: 'common:nav.lecturers' },
        { to: paths.providerPostTrainings(), label: 'common:nav.postTrainings' },
        { to: paths.imports(), label: 'common:nav.imports' },
      ],
    },
    {
      label: 'common:nav.groupStudents',
      items: [
        { to: paths.programmes(), label: 'common:nav.programmes', kinds: ['college'] },
        { to: paths.students(), label: 'common:nav.students', kinds: ['college'] },
        { to: paths.studentSittings(), label: 'common:nav.sittings', kinds: ['college'] },
        { to: paths.placements(), label: 'common:nav.placements', kinds: ['college'] },
        { to: paths.agreements(), label: 'common:nav.agreements', kinds: ['college'] },
        { to: paths.teacherPractice(), label: 'common:nav.teacherPractice', kinds: ['college'] },
      ],
    },
    {
      label: 'common:nav.groupHealthCare',
      items: [
        { to: paths.providerHealthCare(), label: 'common:nav.newInstitutions', kinds: ['mch_centre'] },
        { to: paths.visits(), label: 'common:nav.visits', kinds: ['mch_centre'] },
        { to: paths.findings(), label: 'common:nav.findings', kinds: ['mch_centre'] },
      ],
    },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  evaluator: [
    { to: paths.evaluation(), label: 'common:nav.work', exact: true },
    { to: paths.sittings(), label: 'common:nav.evaluationSittings' },
    { to: paths.sites(), label: 'common:nav.sites' },
    { to: paths.imports(), label: 'common:nav.imports' },
    { to: paths.inbox(), label: 'common:nav.inbox' },
  ],
  district_officer: [...commission, { to: paths.inbox(), label: 'common:nav.inbox' }],
  city_officer: [...commission, { to: paths.inbox(), label: 'common:nav.inbox' }],
  system_admin: [
    { to: paths.admin(), label: 'common:nav.work', exact: true },
    { to: paths.accounts(), label: 'common:nav.accounts' },
    { to: paths.jobs(), label: 'common:nav.jobs' },
    { to: paths.outbox(), label: 'common:nav.outbox' },
  ],
  auditor: [{ to: paths.audit(), label: 'common:nav.audit' }],
};

const isFor = (kind: OrganisationKind | null) => (item: NavigationItem) => !item.kinds || (kind !== null && item.kinds.includes(kind));

/** What stands in the head of every page for whoever is looking. */
export const navigationOf = (viewer: Viewer): NavigationEntry[] => {
  const forThem = isFor(viewer.signedIn ? viewer.organisationKind : null);
  return NAVIGATION[viewer.signedIn ? viewer.role : 'visitor'].flatMap((entry): NavigationEntry[] => {
    if (!('items' in entry)) return forThem(entry) ? [entry] : [];
    const [first, ...others] = entry.items.filter(forThem);
    return first ? [{ ...entry, items: [first, ...others] }] : [];
  });
};

/** The bar at the foot of a phone, for trainees. */
export const TABS: readonly NavigationItem[] = [
  { to: paths.me(), label: 'common:nav.home', icon: 'home', exact: true },
  { to: paths.courses(), label: 'common:nav.courses', icon: 'search' },
  { to: paths.myEnrolments(), label: 'common:nav.me', icon: 'person' },
  { to: paths.inbox(), label: 'common:nav.inbox', icon: 'message' },
];
