import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { findEngagement } from '../person/find-engagement.server';
import type { UserActor } from '../shared/actor';
import { newId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { SUBMITTABLE_FAMILIES, type SubmittableFamily } from './certificate';
import { entryChoices } from './entry-choices.server';
import { findHeld, postsOf } from './find-held.server';

const isSubmittable = (family: string): family is SubmittableFamily => SUBMITTABLE_FAMILIES.some((each) => each === family);

/** What the page of a new entry needs: whose it is, what it corrects, what can be chosen, who will verify it. */
export async function newEntry(actor: UserActor, asked: { family?: SubmittableFamily; engagement: string; replaces: string }, now: Date) {
  const today = beijingDate(now);
  const before = asked.replaces === '' ? null : await findHeld(db, actor, asked.replaces, now);
  const engagementId = asked.engagement || (before ? await postHere(actor, before.personId, today) : null);
  const entry = engagementId === null ? null : await findEngagement(db, actor, engagementId);
  const personId = entry?.engagement.personId ?? before?.personId ?? actor.personId;
  const posts = personId === null ? [] : await postsOf(db, personId, today);
  const family = asked.family ?? (before && isSubmittable(before.family) ? before.family : undefined);
  return {
    certificateId: newId(),
    today,
    engagementId,
    holderName: entry?.person.name ?? null,
    districtCode: posts[0]?.districtCode ?? null,
    choices: family ? await entryChoices(family) : null,
    corrects: before && {
      id: before.id,
      name: before.name,
      number: before.number,
      values: {
        occupation: before.occupation,
        level: before.level,
        xKindId: before.xKindId,
        titleSeries: before.titleSeries,
        titleLevel: before.titleLevel,
        name: before.name,
        number: before.number,
        issuer: before.issuer,
        issuedOn: before.issuedOn,
        validUntil: before.validUntil,
        remark: before.remark,
      },
    },
  };
}

/** The present post of a person at the actor's own institution. */
async function postHere(actor: UserActor, personId: string, today: string): Promise<string | null> {
  const [post] = await db.execute<{ id: string }>(sql`
    select id from engagement where person_id = ${personId} and institution_id = ${actor.organisation?.id ?? null}
      and (end_on is null or end_on > ${today}::date) order by is_main_post desc, start_on limit 1`);
  return post?.id ?? null;
}
