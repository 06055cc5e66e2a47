import { inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { completion, completionCertificate } from '#db/schema';
import { enterIssued, type IssuedCertificate } from '~/domain/certificate/enter-issued.server';
import { certifyCompletion } from '~/domain/health-care/training/certify-completion.server';
import { listUncertified } from '~/domain/health-care/training/uncertified.server';
import { newId } from '~/domain/shared/id';
import { addDays, addMonths, beijingInstant } from '~/domain/shared/period';
import type { Member, World } from './world';

/** Enough for every pass of the demo. */
const ALL = 5_000;
const NAME = '托育机构卫生保健人员培训合格证';
/** The old papers of the stories were good for so many months. */
const VALID_FOR = 24;

/** Certificates from the training of health-care staff: told papers first, then every pass of the history in its own time. */
export async function addTrainingCertificates(tx: Tx, world: World): Promise<void> {
  const passes = await readPasses(tx);
  await addOldPapers(tx, world, passes);
  for (const { id, issuedOn } of passes) {
    const at = beijingInstant(issuedOn, '16:30');
    await certifyCompletion({ actor: { kind: 'system', job: 'health_care.certify' }, now: at < world.now ? at : world.now, tx }, id);
  }
}

interface Pass {
  id: string;
  personId: string;
  issuedOn: string;
}

async function readPasses(tx: Tx): Promise<Pass[]> {
  const ids = await listUncertified({ limit: ALL }, tx);
  if (ids.length === 0) return [];
  const papers = await tx
    .select({ id: completionCertificate.completionId, number: completionCertificate.number, issuedOn: completionCertificate.issuedOn })
    .from(completionCertificate)
    .where(inArray(completionCertificate.completionId, ids));
  const holders = await tx.select({ id: completion.id, personId: completion.personId }).from(completion).where(inArray(completion.id, ids));
  const personOf = new Map(holders.map(({ id, personId }) => [id, personId]));
  return papers
    .map(({ number, ...paper }) => ({ ...paper, number, personId: personOf.get(paper.id) ?? '' }))
    .sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.number.localeCompare(b.number));
}

/** One whose paper of before the platform ends in 45 days, and one who renewed hers by a refresher before it ended. */
async function addOldPapers(tx: Tx, world: World, passes: readonly Pass[]): Promise<void> {
  const centre = world.rows.organisation.find(({ kind, districtCode }) => kind === 'mch_centre' && districtCode === '110105');
  if (!centre) throw new Error('the demo has no centre in Chaoyang');
  const passed = new Map(passes.map((pass) => [pass.personId, pass]));
  const staff = world.members.filter(
    ({ role, until, institution }) => role === 'health_staff' && until === null && institution?.districtCode === '110105',
  );
  const ending = staff.find(({ person }) => !passed.has(person.id));
  const renewed = staff.find(({ person }) => passed.has(person.id));
  const paper = (member: Member, number: string, validUntil: string): IssuedCertificate => ({
    id: newId(),
    personId: member.person.id,
    family: 'health_care_training',
    name: NAME,
    number,
    issuer: centre.name,
    issuedOn: addMonths(addDays(validUntil, 1), -VALID_FOR),
    validUntil,
    districtCode: '110105',
    isDemo: true,
  });
  const told = [
    ...(ending ? [paper(ending, 'WSBJ-2024-00412', addDays(world.today, 45))] : []),
    ...(renewed ? [paper(renewed, 'WSBJ-2023-00187', addDays(passed.get(renewed.person.id)?.issuedOn ?? world.today, 30))] : []),
  ];
  for (const row of told) {
    const stamp = {
      now: beijingInstant(row.issuedOn, '10:00'),
      by: null,
      organisationId: centre.id,
      source: 'issuer' as const,
      note: '补录',
    };
    await enterIssued(tx, [row], stamp);
  }
}
