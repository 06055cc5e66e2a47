import { and, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client';
import { institutionPeriod, offPost, rosterConfirmation, xCertificateKind } from '#db/schema';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { newId } from '~/domain/shared/id';
import { addDays } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';

export const DISTRICTS = ['110105', '110115', '110302'] as const;
export const TYPES = ['private', 'kindergarten_class', 'employer'] as const;
export const TODAY = '2026-03-10';

/** The same numbers every time. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, chance: (share: number) => next() < share, of: <T>(items: readonly T[]): T => items[below(items.length)] as T };
}

const day = (n: number) => addDays('2025-01-01', n);

/** Institutions of three districts, one of them the development area: filed, not filed, closed, moved, changed in type. */
async function places({ below, chance, of }: ReturnType<typeof dice>) {
  const made = [];
  for (let i = 0; i < 9; i++) {
    const districtCode = DISTRICTS[i % 3] ?? '110105';
    const filingStatus = of(['filed', 'filed', 'filed', 'changed_pending', 'not_filed'] as const);
    const place = await anInstitution(db, { districtCode, operatorType: of(TYPES), filingStatus, filedOn: '2024-06-01' });
    if (chance(0.4)) {
      const from = day(60 + below(300));
      await closePeriod(place.id, from);
      await db.insert(institutionPeriod).values({
        id: newId(),
        institutionId: place.id,
        fromOn: from,
        filingStatus: of(['filed', 'cancelled', 'filed'] as const),
        operatorType: of(TYPES),
        districtCode: of(DISTRICTS),
        createdAt: now(),
      });
    }
    if (chance(0.5)) await confirmRoster(place.id, addDays(TODAY, -below(30)));
    made.push(place);
  }
  return made;
}

const closePeriod = (institutionId: string, untilOn: string) =>
  db
    .update(institutionPeriod)
    .set({ untilOn })
    .where(and(eq(institutionPeriod.institutionId, institutionId), isNull(institutionPeriod.untilOn)));

const confirmRoster = (institutionId: string, confirmedOn: string) =>
  db.insert(rosterConfirmation).values({ id: newId(), institutionId, confirmedOn, confirmedAt: now(), staff: 1, sha256: '0' });

/** People with one to three posts, leave, and certificates of every sort and state. */
export async function randomWorld(seed: number, people = 45) {
  const random = dice(seed);
  const { below, chance } = random;
  const institutions = await places(random);
  const kinds = await db
    .insert(xCertificateKind)
    .values(
      [true, false].map((childcareRelated) => ({
        id: newId(),
        name: `演示证书${seed}${childcareRelated ? '甲' : '乙'}`,
        issuer: '演示评价组织',
        levels: ['junior' as const],
        childcareRelated,
        createdAt: now(),
      })),
    )
    .returning();
  const ids: string[] = [];
  for (let i = 0; i < people; i++) {
    const person = await aPerson(db);
    ids.push(person.id);
    const homes = [...institutions].sort(() => random.below(3) - 1).slice(0, 1 + below(3));
    for (const [at, home] of homes.entries()) {
      const startOn = day(below(400));
      const endOn = chance(0.3) ? addDays(startOn, 1 + below(250)) : null;
      const post = await anEngagement(db, {
        personId: person.id,
        institutionId: home.id,
        role: chance(0.9) ? 'caregiver' : 'principal',
        isIntern: chance(0.1),
        isMainPost: at === 0 && endOn === null,
        startOn,
        endOn,
      });
      if (chance(0.2)) {
        const fromOn = addDays(startOn, below(100));
        await db.insert(offPost).values({
          id: newId(),
          engagementId: post.id,
          fromOn,
          untilOn: chance(0.5) ? addDays(fromOn, 1 + below(90)) : null,
          createdAt: now(),
        });
      }
    }
    for (let n = below(3); n > 0; n--) await aRandomCertificate(random, person.id, kinds);
  }
  return { institutions, people: ids, kinds, random };
}

async function aRandomCertificate({ below, chance, of }: ReturnType<typeof dice>, personId: string, kinds: readonly { id: string }[]) {
  const family = of(['hrss_skill_level', 'hrss_skill_level', 'x_certificate', 'teacher_qualification', 'commercial_training'] as const);
  const status = of(['verified', 'verified', 'verified', 'submitted', 'rejected', 'revoked'] as const);
  const issuedOn = day(below(600) - 200);
  await aCertificate(db, {
    personId,
    family,
    occupation: family === 'hrss_skill_level' ? of(['4-10-01-02', '4-10-01-03', '4-14-01-03'] as const) : null,
    level: family === 'x_certificate' ? 'junior' : '5',
    xKindId: family === 'x_certificate' ? of(kinds).id : null,
    status,
    issuedOn,
    validUntil: chance(0.2) ? addDays(issuedOn, below(500)) : null,
    revokedOn: status === 'revoked' ? addDays(issuedOn, below(300)) : null,
  });
}
