import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { db } from '#db/client';
import { certificate, certificateFile } from '#db/schema';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { cleanCopy } from '~/domain/certificate/clean-copy.server';
import type { TypedEntry } from '~/domain/certificate/complete-entry.server';
import { type DraftInput, saveDraft } from '~/domain/certificate/save-draft.server';
import { submitCertificate } from '~/domain/certificate/submit-certificate.server';
import type { UserActor } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { contextOf } from '../../support/seven-questions';

let serial = 0;

/** 育婴员, level 5, right in itself; a number of its own each time. */
export const anEntry = (change: Partial<TypedEntry> = {}): TypedEntry => {
  serial += 1;
  return {
    family: 'hrss_skill_level',
    occupation: '4-10-01-02',
    level: '5',
    xKindId: null,
    titleSeries: null,
    titleLevel: null,
    name: '',
    number: `S000011000777245${String(serial).padStart(6, '0')}`,
    issuer: '演示技能评价中心',
    issuedOn: '2024-05-20',
    validUntil: null,
    remark: '',
    ...change,
  };
};

/** A small photo; another colour is another file. */
export const aPhoto = async (colour = '#336699') => ({
  name: '照片.png',
  bytes: new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .png()
      .toBuffer(),
  ),
});
export const aCopy = async (colour?: string) => cleanCopy(await aPhoto(colour));

/** A caregiver with an account at an institution (of Chaoyang unless told otherwise), who decides there, and the same people elsewhere. */
export async function registryScene(districtCode = '110105') {
  const institution = await anInstitution(db, { districtCode });
  const manager = (await aMember(db, 'institution_admin', institution)).actor;
  const { person, actor: holder } = await aTrainee(db);
  const post = await anEngagement(db, { personId: person.id, institutionId: institution.id, isMainPost: true });
  const officerOf = async (districtCode: string) =>
    (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode }))).actor;
  return {
    institution,
    manager,
    person,
    holder,
    post,
    officer: await officerOf(districtCode),
    otherOfficer: await officerOf('110108'),
    city: (await aMember(db, 'city_officer')).actor,
    otherHolder: (await aTrainee(db)).actor,
    otherManager: (await aMember(db, 'institution_admin')).actor,
  };
}

export const draftInput = (change: Partial<DraftInput> = {}): DraftInput => ({
  certificateId: newId(),
  engagementId: null,
  replacesId: null,
  entry: anEntry(),
  consent: true,
  ...change,
});

/** A draft with its photo, handed in where that is asked for. */
export async function enter(actor: UserActor, input: Partial<DraftInput> = {}, handIn = true): Promise<string> {
  const { certificateId } = await saveDraft(contextOf(actor), draftInput(input), await aCopy());
  if (handIn) await submitCertificate(contextOf(actor), certificateId);
  return certificateId;
}

/** A waiting entry of somebody whom Chaoyang verifies. */
export async function aWaiting(change: Parameters<typeof aCertificate>[1] = {}) {
  const institution = await anInstitution(db, { districtCode: change.districtCode ?? '110105' });
  const person = await aPerson(db);
  await anEngagement(db, { personId: person.id, institutionId: institution.id, isMainPost: true });
  return aCertificate(db, { personId: person.id, status: 'submitted', verifiedAt: null, districtCode: '110105', warnings: [], ...change });
}

export const heldRow = async (id: string) => {
  const [row] = await db.select().from(certificate).where(eq(certificate.id, id));
  if (!row) throw new Error('no such certificate');
  return row;
};

export const filesOf = (id: string) => db.select().from(certificateFile).where(eq(certificateFile.certificateId, id));
