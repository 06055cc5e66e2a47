import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { engagement } from '#db/schema';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import type { Role } from '~/domain/shared/actor';

export const TODAY = '2026-03-10';

/** An institution with its administrator, a stranger of the same role, and somebody on its staff who has an account. */
export async function aStaffed(columns: Parameters<typeof anEngagement>[1] = {}) {
  const admin = await aMember(db, 'institution_admin');
  const her = await aTrainee(db, { bornOn: '1990-05-05' });
  const post = await anEngagement(db, {
    ...{ institutionId: admin.organisation.id, personId: her.person.id, startOn: '2025-01-01', isMainPost: true },
    ...columns,
  });
  const { actor: stranger } = await aMember(db, 'institution_admin');
  return { actor: admin.actor, admin, stranger, her, post };
}

/** An officer of a district, or of the city. */
export const anOfficer = async (districtCode: string | null) =>
  districtCode === null
    ? (await aMember(db, 'city_officer', await aCommission(db, 'city'))).actor
    : (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode }))).actor;

/** One person on the rosters of two districts, as two institutions entered her. */
export async function onTwoRosters({ here = '110105', there = '110108' } = {}) {
  const her = await aTrainee(db);
  const first = await anInstitution(db, { districtCode: here });
  const second = await anInstitution(db, { districtCode: there });
  const post = await anEngagement(db, { personId: her.person.id, institutionId: first.id, startOn: '2024-01-01', isMainPost: true });
  return { her, first, second, post };
}

export const postOf = async (id: string) => (await db.select().from(engagement).where(eq(engagement.id, id)))[0];
export const somebody = async (role: Exclude<Role, 'trainee'>) => (await aMember(db, role)).actor;
