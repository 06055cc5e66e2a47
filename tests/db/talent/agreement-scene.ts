import { db } from '#db/client';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';

/** A college and an institution with somebody acting for each, and two others whom nothing of it concerns. */
export async function parties() {
  const college = await aProvider(db);
  const institution = await anInstitution(db);
  const member = async (...args: Parameters<typeof aMember> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await aMember(db, ...args)).actor;
  return {
    ids: { collegeId: college.id, institutionId: institution.id },
    college: await member('provider_staff', college),
    institution: await member('institution_admin', institution),
    otherCollege: await member('provider_staff'),
    otherInstitution: await member('institution_admin'),
  };
}
