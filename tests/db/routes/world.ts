import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { countingRule, doubleRoster, guidanceChecklist, healthCareRule, recount } from '#db/schema';
import { aMember, anAccount, aSession } from '#db/seed/builders/accounts';
import { aCertificate, aCopyOf } from '#db/seed/builders/certificates';
import { aClass } from '#db/seed/builders/classes';
import { aClosedClass, aClosing, aCompletion, aPostTraining } from '#db/seed/builders/completions';
import { aCourse, anOutline } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aTarget } from '#db/seed/builders/goals';
import { anImport } from '#db/seed/builders/imports';
import { aLecturer } from '#db/seed/builders/lecturers';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { one } from '#db/seed/builders/row';
import { aCandidate, aSitting } from '#db/seed/builders/sittings';
import { aFiledAgreement, aPlacement, aPractice, aProgrammePoint, aStudent } from '#db/seed/builders/talent';
import { aFinding, aGuidancePhoto, aVisit } from '#db/seed/builders/visits';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { shipChecklist } from '~/domain/health-care/ship-checklist.server';
import { applicationKey } from '~/domain/organisation/application-key.server';
import type { Role } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';

/** Everything that one district has: an institution with a caregiver, a provider with courses and classes, her enrolment and completion. */
async function aDistrict(districtCode: string, outlineId: string) {
  const institution = await anInstitution(db, { districtCode });
  const provider = await aProvider(db, { districtCode });
  const person = await aPerson(db);
  const engagement = await anEngagement(db, { personId: person.id, institutionId: institution.id });
  const course = await aCourse(db, { providerId: provider.id });
  const visit = await aVisit(db, { institutionId: institution.id, districtCode, visitedOn: '2026-02-02' });
  const finding = await aFinding(db, visit);
  const photo = await aGuidancePhoto(db, visit);
  const lecturer = await aLecturer(db, { organisationId: provider.id });
  const point = await aProgrammePoint(db, { collegeId: provider.id });
  const parties = { collegeId: provider.id, institutionId: institution.id };
  const agreement = await aFiledAgreement(db, parties);
  const practice = await aPractice(db, parties);
  const submitted = await aCourse(db, { providerId: provider.id, status: 'submitted' });
  const trainingClass = await aClass(db, { course });
  const enrolment = await anEnrolment(db, { trainingClass, personId: person.id });
  const inReview = await aClass(db, { course, status: 'closing_review', startsOn: '2026-02-02' });
  await aClosing(db, inReview, { status: 'submitted', decidedAt: null, decidedBy: null });
  const completion = await aCompletion(db, { trainingClass: await aClosedClass(db, { course }), personId: person.id });
  const postTraining = await aPostTraining(db, { personId: person.id, districtCode, outlineId });
  // Results are out: a college without students in it does not know of it.
  const sitting = await aSitting(db, { status: 'results_entered', appealUntilOn: '2099-01-01' });
  const candidate = await aCandidate(db, sitting, { personId: person.id, collegeId: provider.id, status: 'failed' });
  const workbook = await anImport(db, { organisationId: institution.id });
  // On two rosters of the district, and a second record of hers that nobody has merged.
  const other = await anEngagement(db, { personId: person.id, institutionId: (await anInstitution(db, { districtCode })).id });
  const pair = { firstEngagementId: engagement.id, secondEngagementId: other.id };
  const flag = one(
    await db
      .insert(doubleRoster)
      .values({ id: newId(), personId: person.id, ...pair, raisedAt: now() })
      .returning(),
  );
  const twin = await aPerson(db);
  await anEngagement(db, { personId: twin.id, institutionId: institution.id, role: 'other' });
  const student = await aStudent(db, { personId: person.id, collegeId: provider.id });
  const placement = await aPlacement(db, { studentId: student.id, institutionId: institution.id });
  const held = await aCertificate(db, { personId: person.id, status: 'submitted', districtCode, warnings: [] });
  const copy = await aCopyOf(db, held.id);
  const applicant = await aProvider(db, { districtCode, status: 'applied', contactPhone: '16933330001', contactName: '周敏' });
  return {
    institution,
    provider,
    person,
    engagement,
    course,
    point,
    visit,
    finding,
    photo,
    agreement,
    practice,
    lecturer,
    submitted,
    trainingClass,
    enrolment,
    inReview,
    completion,
    postTraining,
    sitting,
    candidate,
    applicant,
    student,
    workbook,
    placement,
    held,
    copy,
    flag,
    twin,
  };
}
type District = Awaited<ReturnType<typeof aDistrict>>;

/** The id of the standard rule, shipped as every deployment has it. */
async function aRuleInForce(): Promise<string> {
  await shipRules({ actor: { kind: 'system', job: 'reference' }, now: now() });
  return one(await db.select({ id: countingRule.id }).from(countingRule).where(eq(countingRule.code, 'standard'))).id;
}

/** The id of the first version of the rule for health-care staff. */
async function aHealthCareRuleInForce(): Promise<string> {
  await shipHealthCareRule({ actor: { kind: 'system', job: 'reference' }, now: now() });
  return one(await db.select({ id: healthCareRule.id }).from(healthCareRule)).id;
}

/** The id of the first checklist of guidance visits. */
async function aChecklistInForce(): Promise<string> {
  await shipChecklist({ actor: { kind: 'system', job: 'reference' }, now: now() });
  return one(await db.select({ id: guidanceChecklist.id }).from(guidanceChecklist)).id;
}

/** Two districts that know nothing of each other, and somebody in every role of the first and the city. */
export async function aWorld() {
  const outline = await anOutline(db);
  const near = await aDistrict('110105', outline.id);
  const far = await aDistrict('110108', outline.id);
  const organisations = await db.query.organisation.findMany();
  const examiner = organisations.find(({ id }) => id === near.sitting.organisationId);
  const member = (role: Exclude<Role, 'trainee'>, at?: Parameters<typeof aMember>[2]) => aMember(db, role, at);
  const staff = {
    institution_admin: await member('institution_admin', near.institution),
    provider_staff: await member('provider_staff', near.provider),
    evaluator: await member('evaluator', examiner),
    district_officer: await member('district_officer', await aCommission(db, 'district', { districtCode: '110105' })),
    city_officer: await member('city_officer'),
    system_admin: await member('system_admin'),
    auditor: await member('auditor'),
  };
  const trainee = { account: await anAccount(db, { personId: near.person.id }) };
  const everybody = { trainee, ...staff } satisfies Record<Role, Parameters<typeof aSession>[1]>;
  const single = {
    outline: outline.id,
    period: (await aTarget(db)).periodId,
    recount: one(await db.insert(recount).values({ id: newId(), startedAt: now() }).returning()).id,
    account: (await anAccount(db)).id,
    rule: await aRuleInForce(),
    healthCareRule: await aHealthCareRuleInForce(),
    checklist: await aChecklistInForce(),
  };
  /** A browser of its own for each call: some addresses end the session. */
  const browserOf = async (role: Role): Promise<string> => (await aSession(db, everybody[role])).cookie;
  return { near: thingsOf(near), far: thingsOf(far), single, browserOf };
}

/** Ids of a district's things, by the name of the parameter that stands for them in an address. */
const thingsOf = (district: District) => ({
  engagementId: district.engagement.id,
  flagId: district.flag.id,
  personId: district.person.id,
  twinId: district.twin.id,
  importId: district.workbook.id,
  heldId: district.held.id,
  copyId: district.copy.id,
  lecturerId: district.lecturer.id,
  visitId: district.visit.id,
  findingId: district.finding.id,
  photoId: district.photo.id,
  institutionId: district.institution.id,
  organisationId: district.applicant.id,
  key: applicationKey(district.applicant.id),
  pointId: district.point.id,
  majorId: district.point.majorId,
  agreementId: district.agreement.id,
  practiceId: district.practice.id,
  courseId: district.course.id,
  submittedId: district.submitted.id,
  classId: district.trainingClass.id,
  lessonId: district.trainingClass.lessons[0]?.id ?? '',
  reviewId: district.inReview.id,
  enrolmentId: district.enrolment.id,
  completionId: district.completion.id,
  postTraining: district.postTraining.number,
  sittingId: district.sitting.id,
  siteId: district.sitting.siteId,
  xKindId: district.sitting.xKindId,
  placementId: district.placement.id,
  candidateId: district.candidate.id,
  studentId: district.student.id,
  number: district.completion.certificate.number,
  code: district.completion.certificate.publicCode,
});

export type World = Awaited<ReturnType<typeof aWorld>>;
export type Things = World['near'];
