import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { certificate, enrolment, person } from '#db/schema';
import { actorFor, aMember, anAccount } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticUscc } from '#db/seed/builders/synthetic';
import { approveCourse } from '~/domain/course/approve-course.server';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { draftCourse } from '~/domain/course/draft-course.server';
import { getProviderScope } from '~/domain/course/queries.server';
import { submitCourse } from '~/domain/course/submit-course.server';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { applyAsProvider } from '~/domain/organisation/apply-as-provider.server';
import { approveOrganisation } from '~/domain/organisation/approve-organisation.server';
import { createOrganisation } from '~/domain/organisation/create-organisation.server';
import { stateEducation } from '~/domain/person/state-education.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { checked, written } from '../../support/importing';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const MCH_ONLY = { code: 'health_staff_by_mch_centre' };

describe('health-care staff are taught by maternal and child health centres alone', () => {
  const course = { title: '卫生保健岗前培训', categories: ['health_staff' as const], delivery: 'on_site' as const, fromOutline: false };
  const member = async (kind: 'college' | 'mch_centre') => (await aMember(db, 'provider_staff', await aProvider(db, { kind }))).actor;

  test('a college drafts none and is offered none, a centre does', async () => {
    const [college, centre] = [await member('college'), await member('mch_centre')];
    await expect(draftCourse(contextOf(college), course)).rejects.toMatchObject({ ...MCH_ONLY, field: 'categories[]' });
    if (college.kind !== 'user' || centre.kind !== 'user') throw new Error('not people');
    expect((await getProviderScope(college)).categories).not.toContain('health_staff');
    expect((await getProviderScope(centre)).categories).toContain('health_staff');
    expect(await draftCourse(contextOf(centre), course)).toMatchObject({ courseId: expect.any(String) });
  });

  test('one that a college drafted before is neither submitted nor approved', async () => {
    const provider = await aProvider(db);
    const teacher = await aMember(db, 'provider_staff', provider);
    const officer = await aMember(db, 'district_officer', await aCommission(db, 'district'));
    const options = { providerId: provider.id, categories: ['caregiver' as const, 'health_staff' as const] };
    const draft = await aCourse(db, { ...options, status: 'draft' });
    await expect(submitCourse(contextOf(teacher.actor), draft.id)).rejects.toMatchObject(MCH_ONLY);
    const submitted = await aCourse(db, { ...options, status: 'submitted' });
    await expect(approveCourse(contextOf(officer.actor), submitted.id)).rejects.toMatchObject(MCH_ONLY);
  });

  test.each([
    ['theory', { minTheoryScore: null }],
    ['skills', { minPracticalScore: null }],
  ])('a course without a %s test is not submitted', async (_, without) => {
    const provider = await aProvider(db, { kind: 'mch_centre' });
    const teacher = await aMember(db, 'provider_staff', provider);
    const options = { providerId: provider.id, status: 'draft' as const, categories: ['health_staff' as const] };
    const lacking = await aCourse(db, { ...options, passRule: { ...DEFAULT_PASS_RULE, ...without } });
    await expect(submitCourse(contextOf(teacher.actor), lacking.id)).rejects.toMatchObject({ code: 'health_staff_tests_missing' });
    const whole = await aCourse(db, options);
    expect(await submitCourse(contextOf(teacher.actor), whole.id)).toMatchObject({ dueOn: expect.any(String) });
  });

  test('another provider is not admitted for it: applying, approving, entering', async () => {
    const officer = await aMember(db, 'district_officer', await aCommission(db, 'district'));
    const n = nextNumber() + 300_000;
    const facts = {
      kind: 'college' as const,
      name: `演示学院${n}`,
      uscc: syntheticUscc(n),
      legalNature: 'enterprise' as const,
      districtCode: '110105',
      address: '演示路 1 号',
      contactName: '周敏',
      contactPhone: '010-65550100',
      contactEmail: null,
      categories: ['caregiver' as const, 'health_staff' as const],
    };
    const visitor = contextOf({ kind: 'api', client: 'visitor' });
    const refusal = { ...MCH_ONLY, field: 'categories[]' };
    await expect(applyAsProvider(visitor, { ...facts, applicationNote: '' })).rejects.toMatchObject(refusal);
    const applicant = await aProvider(db, { status: 'applied', districtCode: '110105' });
    await expect(approveOrganisation(contextOf(officer.actor), applicant.id, facts.categories)).rejects.toMatchObject(refusal);
    const entered = { ...facts, siteNo: 1, operatorType: null, filingStatus: null, filedOn: null };
    await expect(createOrganisation(contextOf(officer.actor), entered)).rejects.toMatchObject(refusal);
    expect(await createOrganisation(contextOf(officer.actor), { ...entered, kind: 'mch_centre' })).toEqual(expect.any(String));
  });
});

async function aHealthClass() {
  const provider = await aProvider(db, { kind: 'mch_centre' });
  return aClass(db, { course: await aCourse(db, { providerId: provider.id, categories: ['health_staff'] }) });
}
const aLearner = async (education: (typeof person.$inferSelect)['education'], columns = {}) => {
  const who = await aPerson(db, { education, isPreService: true, ...columns });
  return { who, actor: actorFor(await anAccount(db, { personId: who.id })) };
};
const ASKING = { engagementId: null, preService: false, needsLodging: false, remark: '' };

describe('the education that the training asks for', () => {
  test('unknown: she is told to complete it, states it once, and may enrol', async () => {
    const [{ id }, { who, actor }] = [await aHealthClass(), await aLearner(null)];
    const ask = () => requestEnrolment(contextOf(actor), { classId: id, ...ASKING });
    await expect(ask()).rejects.toMatchObject({ code: 'education_unknown' });
    await stateEducation(contextOf(actor), 'secondary_vocational');
    await ask();
    expect(await db.select().from(enrolment).where(eq(enrolment.personId, who.id))).toMatchObject([{ category: 'health_staff' }]);
  });

  test('below senior secondary: refused, also with a reason of her institution', async () => {
    const { id } = await aHealthClass();
    const institution = await anInstitution(db);
    const { who, actor } = await aLearner('junior_secondary', { isPreService: false });
    await anEngagement(db, { personId: who.id, institutionId: institution.id, role: 'caregiver' });
    await expect(requestEnrolment(contextOf(actor), { classId: id, ...ASKING })).rejects.toMatchObject({ code: 'not_eligible_category' });
    const admin = await aMember(db, 'institution_admin', institution);
    const nomination = { classId: id, personIds: [who.id], overrideReason: '兼任卫生保健人员', remark: '' };
    const [answer] = await nominateStaff(contextOf(admin.actor), nomination);
    expect(answer?.refusal).toMatchObject({ code: 'education_too_low', params: { education: 'junior_secondary' } });
  });

  sevenQuestions(
    'stateEducation',
    async () => ({
      actor: (await aLearner(null)).actor,
      // Nobody can name another person: a stranger states her own.
      stranger: actorFor(await anAccount(db, { personId: null })),
      call: (ctx: Context) => stateEducation(ctx, 'bachelor'),
    }),
    {
      event: 'person.changed',
      tables: ['person'],
      works: async (_, { actor }) => {
        const id = actor.kind === 'user' ? (actor.personId ?? '') : '';
        expect(await db.select().from(person).where(eq(person.id, id))).toMatchObject([{ education: 'bachelor' }]);
      },
      wrongState: {
        scene: async () => ({ actor: (await aLearner('associate')).actor, call: (ctx: Context) => stateEducation(ctx, 'bachelor') }),
        code: 'wrong_state',
      },
      wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
      repeated: 'unchanged',
    },
  );
});

test('certificates of the years before come in by the workbook of certificates, with and without an end', async () => {
  const { actor } = await aMember(db, 'district_officer', await aCommission(db, 'district'));
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id, role: 'health_staff' });
  const head = ['姓名', '身份证号', '证书类别', '证书名称', '证书编号', '发证日期', '有效期至', '发证机构'];
  const line = (number: string, until: string | null) => [
    who.name,
    who.idNumber,
    '卫生保健培训合格证',
    '卫生保健培训合格证',
    number,
    '2022-05-06',
    until,
    '演示区妇幼保健院',
  ];
  const { id, counts } = await checked(actor, 'certificates', [head, line('WS2022-0001', '2027-05-05'), line('WS2022-0002', '长期')]);
  expect(counts).toEqual({ new: 2 });
  await written(actor, id);
  const rows = await db.select().from(certificate).where(eq(certificate.personId, who.id)).orderBy(certificate.number);
  expect(rows).toMatchObject([
    { family: 'health_care_training', number: 'WS2022-0001', validUntil: '2027-05-05', status: 'submitted', completionId: null },
    { family: 'health_care_training', number: 'WS2022-0002', validUntil: null },
  ]);
});
