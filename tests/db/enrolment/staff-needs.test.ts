import { expect, test } from 'vitest';
import { offPost } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aClass } from '#db/seed/builders/classes';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { aCourse } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { seedReference } from '#db/seed/reference';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { listStaffNeeds } from '~/domain/enrolment/staff-needs.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();

async function aHouse() {
  await seedReference(now());
  const { actor, organisation } = await aMember(db, 'institution_admin');
  const member = async (name: string, role: 'caregiver' | 'principal' | 'health_staff' = 'caregiver', columns = {}) => {
    const who = await aPerson(db, { name, bornOn: '1990-01-01' });
    const post = await anEngagement(db, { personId: who.id, institutionId: organisation.id, role, ...columns });
    return { ...who, post };
  };
  return { actor, institutionId: organisation.id, member };
}
const open = (columns = {}) => aClass(db, { startsOn: '2026-04-01', enrolFromOn: '2026-03-01', enrolUntilOn: '2026-03-28', ...columns });

test('who lacks what, by role and by the rule in force; whoever is away, an intern or certified lacks nothing', async () => {
  const { institutionId, member } = await aHouse();
  const [none, held, waits, away] = [await member('甲无证'), await member('乙有证'), await member('丙待核'), await member('丁离岗')];
  await member('戊实习', 'caregiver', { isIntern: true });
  await aCertificate(db, { personId: held.id });
  await aCertificate(db, { personId: waits.id, status: 'submitted' });
  await db.insert(offPost).values({ id: newId(), engagementId: away.post.id, fromOn: '2026-01-01', createdAt: now() });
  await member('己新任', 'principal');
  const trained = await member('庚已训', 'principal');
  const course = await aCourse(db, { categories: ['principal'] });
  await aCompletion(db, { trainingClass: await aClosedClass(db, { course }), personId: trained.id, category: 'principal' });
  await member('辛保健', 'health_staff');
  const { groups, pending } = await listStaffNeeds(institutionId, now());
  const named = groups.map(({ need, people }) => [need, people.map((person) => person.name)]);
  expect(named).toEqual([
    ['certificate', ['甲无证']],
    ['principal_training', ['己新任']],
    ['health_training', ['辛保健']],
  ]);
  expect(groups[0]?.people[0]).toMatchObject({ personId: none.id, reason: 'no_certificate' });
  expect(pending).toEqual(['丙待核']);
});

test('the next class with free seats takes them in one step; whoever is in one already is not asked again', async () => {
  const { actor, institutionId, member } = await aHouse();
  const [one, two] = [await member('甲'), await member('乙')];
  const full = await open({ capacity: 1, startsOn: '2026-03-30' });
  await anEnrolment(db, { trainingClass: full, personId: (await aPerson(db)).id, status: 'approved' });
  const free = await open();
  await open({ startsOn: '2026-05-04' });
  const before = (await listStaffNeeds(institutionId, now())).groups[0];
  expect(before?.next?.id).toBe(free.id);
  expect(before?.people.map((person) => person.fits)).toEqual([true, true]);
  const nomination = { classId: free.id, personIds: [one.id], overrideReason: '', remark: '' };
  expect(await nominateStaff(contextOf(actor), nomination)).toMatchObject([{ personId: one.id, refusal: null }]);
  const after = (await listStaffNeeds(institutionId, now())).groups[0]?.people;
  expect(after?.find((person) => person.personId === one.id)).toMatchObject({ fits: false, enrolledIn: expect.any(String) });
  expect(after?.find((person) => person.personId === two.id)).toMatchObject({ fits: true, enrolledIn: null });
});
