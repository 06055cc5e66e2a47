import type { LecturerField, LecturerStatus } from '~/domain/lecturer/lecturer';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant } from '~/domain/shared/period';
import type { OrganisationRow, SeedClass, World } from './world';

type LecturerRow = World['rows']['lecturer'][number];

const GIVEN = ['慧敏', '志远', '丽君', '国华', '晓岚', '建国', '素琴', '明远', '佩瑶', '永康'];
const EMPLOYERS = ['演示儿童医院', '演示妇幼保健院', '演示师范大学', '演示急救中心'];
const QUALIFIED: readonly [LecturerField[], string][] = [
  [['care_and_feeding', 'early_learning'], '副教授，学前教育硕士，托育教学 9 年'],
  [['health_care', 'safety'], '副主任医师，儿科学硕士，儿童保健 12 年'],
  [['child_development', 'family_guidance'], '讲师，发展心理学博士'],
  [['law_and_ethics', 'management'], '高级讲师，从事机构管理培训 8 年'],
  [['safety'], '急救培训导师，主管护师'],
];
const of = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

interface Told {
  row: LecturerRow;
  proposedOn: string;
  decidedOn?: string;
  tell?: boolean;
}

/** Whoever is proposed, and what her commission said to it. */
function add(world: World, provider: OrganisationRow, { row, proposedOn, decidedOn, tell = false }: Told): LecturerRow {
  const voice = world.voiceOf(provider.id);
  const subject = { type: 'lecturer', id: row.id };
  const submittedAt = beijingInstant(proposedOn, '10:20');
  Object.assign(row, { submittedAt, createdAt: submittedAt, submittedBy: voice.accountId });
  const { kind, fields } = row;
  world.say('lecturer.proposed', subject, { voice, at: submittedAt, tell }, { kind, fields, districtCode: provider.districtCode ?? null });
  if (decidedOn) {
    const reviewer = world.reviewerOf(provider);
    const at = beijingInstant(decidedOn, '15:40');
    Object.assign(row, { decidedAt: at, decidedBy: reviewer.accountId });
    const by = { voice: reviewer, at, tell };
    if (row.status === 'returned') world.say('lecturer.returned', subject, by, { reason: row.decisionReason ?? '', renewal: false });
    else
      world.say('lecturer.approved', subject, by, { fromOn: row.approvedFromOn ?? '', untilOn: row.approvedUntilOn ?? '', renewal: false });
  }
  world.rows.lecturer.push(row);
  return row;
}

const lecturerRow = (
  provider: OrganisationRow,
  at: number,
  name: string,
  status: LecturerStatus,
  more: Partial<LecturerRow> = {},
): LecturerRow => {
  const [fields, qualification] = of(QUALIFIED, at);
  return {
    id: newId(),
    kind: 'lecturer',
    name,
    organisationId: provider.id,
    districtCode: provider.districtCode ?? null,
    employer: at % 2 === 0 ? provider.name : of(EMPLOYERS, at),
    fields,
    qualification,
    status,
    submittedAt: new Date(0),
    createdAt: new Date(0),
    isDemo: true,
    ...more,
  };
};

/** The surname that a class prints: 方老师（QH-2024-07）. */
const surnameOf = (held: SeedClass): string => (held.lessons[0]?.lecturer ?? '').split('老师')[0] ?? '';
const meets = (a: SeedClass, b: SeedClass): boolean => a.row.startsOn <= b.row.endsOn && b.row.startsOn <= a.row.endsOn;

/** Each provider registered those who teach its classes; nobody teaches two at once, so some classes name nobody of the registry. */
function nameLecturers(world: World, provider: OrganisationRow, nth: number): void {
  const classes = world.classes
    .filter((held) => held.row.providerId === provider.id)
    .sort((a, b) => a.row.startsOn.localeCompare(b.row.startsOn));
  const surnames = [...new Set(classes.map(surnameOf))].filter((surname) => surname !== '');
  for (const [at, surname] of surnames.slice(0, 6).entries()) {
    const taught: SeedClass[] = [];
    for (const held of classes) if (surnameOf(held) === surname && !taught.some((other) => meets(other, held))) taught.push(held);
    const [first] = taught;
    if (!first) continue;
    const proposedOn = addDays(first.row.startsOn < '2024-01-01' ? '2022-12-28' : first.row.startsOn, -40);
    const approvedFromOn = addDays(proposedOn, 9);
    const row = lecturerRow(provider, nth + at, surname + of(GIVEN, nth * 3 + at), 'approved', {
      approvedFromOn,
      approvedUntilOn: addDays(world.today, 190 + ((nth + at) % 7) * 95),
    });
    add(world, provider, { row, proposedOn, decidedOn: approvedFromOn });
    for (const lesson of taught.flatMap((held) => held.lessons)) lesson.lecturerId = row.id;
  }
}

/** What the lists of a provider, its district and the city have to show today. */
function tellCases(world: World): void {
  const at = (shortName: string) => {
    const found = world.rows.organisation.find((row) => row.shortName === shortName);
    if (!found) throw new Error(`no provider ${shortName}`);
    return found;
  };
  const day = (offset: number) => addDays(world.today, offset);
  const [college, centre, city, haidian] = [at('QH'), at('CYF'), at('BJM'), at('HDF')];
  const approved = (until: number) => ({ approvedFromOn: day(until - 1095), approvedUntilOn: day(until) });
  add(world, college, { row: lecturerRow(college, 1, '江晓岚', 'approved', approved(25)), proposedOn: day(-1090), decidedOn: day(-1070) });
  add(world, haidian, { row: lecturerRow(haidian, 4, '穆永康', 'approved', approved(41)), proposedOn: day(-1070), decidedOn: day(-1054) });
  const renewal = add(world, college, {
    ...{ row: lecturerRow(college, 2, '贺明远', 'approved', approved(-40)), proposedOn: day(-1150), decidedOn: day(-1135) },
  });
  const askedAt = beijingInstant(day(-3), '09:10');
  const voice = world.voiceOf(college.id);
  Object.assign(renewal, { renewalAskedAt: askedAt, submittedAt: askedAt });
  world.say('lecturer.renewal_asked', { type: 'lecturer', id: renewal.id }, { voice, at: askedAt, tell: true }, { untilOn: day(-40) });
  add(world, college, {
    row: lecturerRow(college, 3, '秦佩瑶', 'submitted', { employer: '演示急救中心' }),
    proposedOn: day(-2),
    tell: true,
  });
  const reason = '请补充职称证书和近三年授课情况。';
  const back = lecturerRow(college, 5, '耿国华', 'returned', { employer: '演示师范大学', decisionReason: reason });
  add(world, college, { row: back, proposedOn: day(-14), decidedOn: day(-9), tell: true });
  // Proposed by two organisations: the second officer to look is told.
  add(world, centre, { row: lecturerRow(centre, 4, '秦佩瑶', 'submitted', { employer: '演示急救中心' }), proposedOn: day(-1), tell: true });
  add(world, city, { row: lecturerRow(city, 1, '裴素琴', 'submitted', { employer: '演示儿童医院' }), proposedOn: day(-4), tell: true });
}

const EXPERTS: readonly [name: string, district: string | null, employer: string, fields: LecturerField[], qualification: string][] = [
  ['柏建国', null, '演示儿童医院', ['health_care', 'care_and_feeding'], '主任医师，儿童保健专业'],
  ['樊丽君', null, '演示师范大学', ['child_development', 'early_learning'], '教授，学前教育专业'],
  ['岳慧敏', null, '演示心理研究中心', ['child_development', 'family_guidance'], '研究员，发展心理专业'],
  ['单志远', null, '演示急救中心', ['safety'], '主任医师，急诊医学专业'],
  ['车素琴', '110105', '演示疾病预防控制中心', ['health_care', 'safety'], '副主任医师，传染病防控'],
];

/** Experts whom the commissions chose (医学、教育、心理 …), each teaching the last lesson of some classes. */
function addExperts(world: World): void {
  const experts = EXPERTS.map(([name, districtCode, employer, fields, qualification], at) => {
    const commission = world.rows.organisation.find(
      (row) =>
        row.kind === (districtCode === null ? 'commission_city' : 'commission_district') && (row.districtCode ?? null) === districtCode,
    );
    const voice = world.voiceOf(commission?.id ?? '');
    const enteredAt = beijingInstant('2022-12-20', `1${at}:00`);
    const row: LecturerRow = {
      ...{ id: newId(), kind: 'expert', name, districtCode, employer, fields, qualification, status: 'approved' },
      ...{ submittedAt: enteredAt, submittedBy: voice.accountId, createdAt: enteredAt, decidedAt: enteredAt, decidedBy: voice.accountId },
      ...{ approvedFromOn: '2022-12-20', approvedUntilOn: addDays(world.today, 120 + at * 140), isDemo: true },
    };
    const entered = { kind: row.kind, fields, untilOn: row.approvedUntilOn ?? '' };
    world.say('lecturer.entered', { type: 'lecturer', id: row.id }, { voice, at: enteredAt }, entered);
    world.rows.lecturer.push(row);
    return { row, busy: new Set<string>() };
  });
  for (const [at, held] of world.classes.entries()) {
    const last = held.lessons.at(-1);
    const { row, busy } = of(experts, at);
    const near = row.districtCode === null || row.districtCode === (held.course.provider.districtCode ?? null);
    if (at % 4 !== 1 || !last || !near || busy.has(last.heldOn) || last.startsAt < world.now) continue;
    busy.add(last.heldOn);
    Object.assign(last, { lecturer: row.name, lecturerId: row.id });
  }
  // What was taught keeps the name that it was printed with; the registry says who it was.
  for (const [at, held] of world.classes.entries()) {
    const [first] = held.lessons;
    const { row, busy } = of(experts, at);
    if (at % 6 !== 2 || !first || row.districtCode !== null || busy.has(first.heldOn) || first.startsAt >= world.now) continue;
    busy.add(first.heldOn);
    Object.assign(first, { lecturer: row.name, lecturerId: row.id });
  }
}

/** Lecturers and experts of the demo, and who of them teaches what. */
export function addLecturers(world: World): void {
  const providers = [...new Map(world.classes.map((held) => [held.row.providerId, held.course.provider])).values()];
  for (const [nth, provider] of providers.entries()) nameLecturers(world, provider, nth);
  tellCases(world);
  addExperts(world);
}
