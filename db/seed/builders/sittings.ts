import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { assessmentSite, assessor, candidate, resultAppeal, sitting, xCertificateKind } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { anEvaluationOrganisation } from './organisations';
import { aPerson } from './people';
import { one } from './row';
import { nextNumber } from './synthetic';

type Sitting = typeof sitting.$inferSelect;

/** A 1+X certificate of childcare with all three levels; makes its evaluation organisation where none is given. */
export async function anXKind(tx: Tx, columns: Partial<typeof xCertificateKind.$inferInsert> = {}) {
  const n = nextNumber();
  return one(
    await tx
      .insert(xCertificateKind)
      .values({
        id: newId(),
        name: `演示照护${n}`,
        issuer: `演示评价组织${n}`,
        levels: ['junior', 'middle', 'senior'],
        childcareRelated: true,
        numberPrefix: `T${n}`,
        createdAt: now(),
        ...columns,
        organisationId: columns.organisationId === undefined ? (await anEvaluationOrganisation(tx)).id : columns.organisationId,
      })
      .returning(),
  );
}

export const aSite = async (tx: Tx, columns: Partial<typeof assessmentSite.$inferInsert> = {}) =>
  one(
    await tx
      .insert(assessmentSite)
      .values({
        id: newId(),
        name: `演示站点${nextNumber()}`,
        districtCode: '110105',
        address: '演示路1号',
        seats: 200,
        createdAt: now(),
        ...columns,
        organisationId: columns.organisationId ?? (await anEvaluationOrganisation(tx)).id,
      })
      .returning(),
  );

/** Open for registration today, examined in two weeks, ten places; makes certificate and site of one organisation. */
export async function aSitting(tx: Tx, columns: Partial<typeof sitting.$inferInsert> = {}) {
  const today = beijingDate(now());
  const organisationId = columns.organisationId ?? (await anEvaluationOrganisation(tx)).id;
  return one(
    await tx
      .insert(sitting)
      .values({
        id: newId(),
        level: 'junior',
        code: `S${nextNumber()}`,
        registerFromOn: addDays(today, -7),
        registerUntilOn: addDays(today, 7),
        theoryOn: addDays(today, 14),
        practicalOn: addDays(today, 15),
        capacity: 10,
        theoryPass: 60,
        practicalPass: 60,
        status: 'open',
        createdAt: now(),
        ...columns,
        organisationId,
        xKindId: columns.xKindId ?? (await anXKind(tx, { organisationId })).id,
        siteId: columns.siteId ?? (await aSite(tx, { organisationId })).id,
      })
      .returning(),
  );
}

/** Days for `aSitting` whose examinations are over. */
export const heldDays = (today: string) => ({
  registerFromOn: addDays(today, -40),
  registerUntilOn: addDays(today, -20),
  theoryOn: addDays(today, -5),
  practicalOn: addDays(today, -4),
});

/** Takes the sitting's next number and, unless withdrawn, one of its seats. */
export async function aCandidate(tx: Tx, of: Pick<Sitting, 'id' | 'code'>, columns: Partial<typeof candidate.$inferInsert> = {}) {
  const n = nextNumber();
  const row = one(
    await tx
      .insert(candidate)
      .values({
        id: newId(),
        sittingId: of.id,
        number: `${of.code}-${n}`,
        status: 'registered',
        registeredAt: now(),
        ...columns,
        personId: columns.personId ?? (await aPerson(tx)).id,
      })
      .returning(),
  );
  await countSeats(tx, of.id);
  return row;
}

async function countSeats(tx: Tx, sittingId: string): Promise<void> {
  const rows = await tx.query.candidate.findMany({ where: eq(candidate.sittingId, sittingId) });
  const seatsTaken = rows.filter((row) => row.status !== 'withdrawn').length;
  await tx.update(sitting).set({ seatsTaken, lastCandidate: rows.length }).where(eq(sitting.id, sittingId));
}

export const anAssessor = async (tx: Tx, sittingId: string, columns: Partial<typeof assessor.$inferInsert> = {}) =>
  one(
    await tx
      .insert(assessor)
      .values({ id: newId(), sittingId, name: `考评员${nextNumber()}`, ...columns })
      .returning(),
  );

export const anAppeal = async (tx: Tx, candidateId: string, columns: Partial<typeof resultAppeal.$inferInsert> = {}) =>
  one(
    await tx
      .insert(resultAppeal)
      .values({
        id: newId(),
        candidateId,
        statement: '实操评分与现场表现不符',
        status: 'open',
        answerDueOn: addDays(beijingDate(now()), 5),
        openedAt: now(),
        openedBy: newId(),
        ...columns,
      })
      .returning(),
  );
