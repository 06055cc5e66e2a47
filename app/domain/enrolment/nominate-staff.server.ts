import { and, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { engagement, person } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, isExpected, NotFound, type RefusalCode, type RefusalParams } from '../shared/refusals';
import { type Place, takePlace } from './take-place.server';

export interface Nomination {
  classId: string;
  personIds: string[];
  /** Why somebody whose role differs should come all the same; empty for none. */
  overrideReason: string;
  remark: string;
}

export interface Nominated {
  personId: string;
  name: string;
  place: Place | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
}

/**
 * An institution nominates several of its staff. Each is taken or refused on her own, by name: one transaction each,
 * so that one who may not come costs nobody else a seat.
 * @throws NotFound before anything happens when one of them is not on its staff list
 */
export async function nominateStaff(ctx: Context, nomination: Nomination): Promise<Nominated[]> {
  const { actor } = ctx;
  if (!hasLine(actor, 'enrolment.nominate')) throw new Forbidden();
  if (actor.kind !== 'user' || !actor.organisation || !isId(nomination.classId)) throw new NotFound();
  const names = await staffNames(actor.organisation.id, nomination.personIds);
  const answers: Nominated[] = [];
  for (const [personId, name] of names) {
    try {
      answers.push({ personId, name, place: await nominateOne(ctx, nomination, personId), refusal: null });
    } catch (error) {
      if (!isExpected(error) || error instanceof NotFound) throw error;
      answers.push({ personId, name, place: null, refusal: { code: error.code, params: error.params } });
    }
  }
  return answers;
}

async function staffNames(institutionId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  if (!personIds.every(isId)) throw new NotFound();
  const rows = await db
    .selectDistinct({ id: person.id, name: person.name })
    .from(person)
    .innerJoin(engagement, and(eq(engagement.personId, person.id), eq(engagement.institutionId, institutionId)))
    .where(inArray(person.id, [...personIds]))
    .orderBy(person.name);
  if (rows.length !== new Set(personIds).size) throw new NotFound();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function nominateOne(ctx: Context, { classId, overrideReason, remark }: Nomination, personId: string): Promise<Place> {
  return operation(ctx, 'enrolment.nominated', async (op) => {
    const { actor } = op;
    if (actor.kind !== 'user' || !actor.organisation) throw new NotFound();
    op.require('enrolment.nominate', { organisationId: actor.organisation.id });
    const applicant = {
      classId,
      personId,
      engagementId: null,
      institutionId: actor.organisation.id,
      preService: false,
      overrideReason: overrideReason || null,
      nominatedBy: actor.accountId,
      needsLodging: false,
      remark: [overrideReason, remark].filter(Boolean).join('；'),
    };
    const place = await takePlace(op.ctx, applicant, ({ id, status, queuePlace }) =>
      op.record({ subject: { type: 'enrolment', id }, data: { classId, personId, status, queuePlace } }),
    );
    return place.isNew ? place : op.unchanged(place);
  });
}
