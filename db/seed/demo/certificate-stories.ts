import { addDays } from '~/domain/shared/period';
import { type Desk, entry, picture, rejected, revoked, verified, waiting } from './certificate-desk';
import { STORY_NAMES } from './names';
import type { Member } from './world';

/** People whose certificates are told one by one. */
export const HAND_MADE: ReadonlySet<string> = new Set(
  (['trainee', 'firstInQueue', 'retest', 'repeat', 'revoked', 'overNewYear', 'kindergarten', 'movedJob', 'noAssessment'] as const).map(
    (story) => STORY_NAMES[story],
  ),
);

/** Certificates with a story: what the queue of Chaoyang holds, and what became of others. */
export function addCertificateStories(desk: Desk): void {
  const { world, printer } = desk;
  const named = (story: keyof typeof STORY_NAMES) => world.memberNamed(STORY_NAMES[story]);
  const ago = (days: number) => addDays(world.today, -days);
  draftOfTrainee(desk, named('trainee'));
  sameNumber(desk, named('retest'), named('firstInQueue'));
  lookAlikes(desk, named('repeat'), named('kindergarten'));
  corrected(desk, named('noAssessment'));
  revoked(desk, named('revoked'), printer.skill('4-10-01-02', '2021-03-15'), 8, ago(40));
  verified(desk, named('overNewYear'), printer.infantCare('2021-07-01', desk.kind.issuer));
  // Her certificate was verified in Chaoyang and goes with her to Xicheng.
  verified(desk, named('movedJob'), printer.skill('4-10-01-03', '2020-11-20', '4'), { districtCode: '110105' });
  endingSoon(desk);
}

/** 王秀英 passed her examination last month; the photo of the certificate is missing, so nobody can verify it yet. */
function draftOfTrainee(desk: Desk, member: Member): void {
  const paper = desk.printer.skill('4-10-01-03', addDays(desk.world.today, -35), '5');
  const account = desk.world.rows.account.find((row) => row.personId === member.person.id);
  desk.rows.push({
    ...entry(desk, member, paper, addDays(desk.world.today, -2)),
    status: 'draft',
    source: 'person',
    submittedAt: null,
    submittedBy: account?.id ?? null,
    submittedByOrganisationId: null,
    districtCode: null,
  });
}

/** One number in two names: hers is verified, and now another person hands it in. */
function sameNumber(desk: Desk, holder: Member, other: Member): void {
  const paper = desk.printer.skill('4-10-01-02', '2022-05-18', '4');
  verified(desk, holder, paper);
  waiting(desk, other, paper, 6);
}

/** A commercial paper that calls itself 高级育婴师, and one whose level is not that of its number. */
function lookAlikes(desk: Desk, first: Member, second: Member): void {
  const commercial = desk.printer.skill('4-10-01-02', '2023-09-09', '3');
  waiting(desk, first, { ...commercial, name: '高级育婴师', issuer: '全国职业教育资格认证中心（演示）' }, 9);
  const paper = desk.printer.skill('4-10-01-03', '2024-06-12', '5');
  waiting(desk, second, { ...paper, level: '3' }, 4, { source: 'import' });
}

/** A number was typed wrong and rejected; the corrected entry waits beside it. The photo shows the right one. */
function corrected(desk: Desk, member: Member): void {
  const paper = desk.printer.skill('4-10-01-02', '2023-04-21', '5');
  const wrong = { ...paper, number: `${paper.number.slice(0, -2)}99` };
  const before = rejected(desk, member, wrong, 12, '官网查无此编号；照片上的编号末两位不同，请核对后更正。');
  desk.pictures.pop();
  picture(desk, before, paper);
  const after = waiting(desk, member, paper, 3, { replacesId: before.id });
  desk.pictures.pop();
  picture(desk, after, paper, { asPdf: true });
}

/** Three skill certificates whose paper names a last valid day: 20, 50 and 80 days from now; one ended last week. */
function endingSoon(desk: Desk): void {
  const free = desk.world.members.filter(
    (member) =>
      member.role === 'caregiver' &&
      member.until === null &&
      !HAND_MADE.has(member.person.name) &&
      member.institution?.districtCode === '110105' &&
      !desk.rows.some((row) => row.personId === member.person.id),
  );
  for (const [at, left] of [20, 50, 80, -7].entries()) {
    const member = free[at];
    if (!member) continue;
    const validUntil = addDays(desk.world.today, left);
    verified(desk, member, desk.printer.skill('4-10-01-02', addDays(validUntil, -1_460)), { validUntil });
  }
}
