import { and, asc, count, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { completion, completionCertificate, outline, person, postTraining, trainingClass } from '#db/schema';
import { containing } from '../course/search-text';
import type { Actor, UserActor } from '../shared/actor';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { listClassesOf } from '../training-class/next-classes.server';
import { fillingClasses, POST_TRAINING_CATEGORIES, type PostTrainingCategory } from './post-training';
import { readProgress } from './post-training-facts.server';

/** Open classes looked through for those that fill a gap, and how many are shown. */
const [LOOKED_AT, SHOWN] = [40, 3];

/** How far a person is in each programme, with her certificates (those taken back included) and the classes that fill the gap. */
export async function getOwnPostTrainings(actor: UserActor, now: Date) {
  if (actor.role !== 'trainee') throw new Forbidden();
  const { personId } = actor;
  if (personId === null) return [];
  const own = await db.select().from(postTraining).where(eq(postTraining.personId, personId)).orderBy(asc(postTraining.createdAt));
  return Promise.all(
    (await readProgress(personId, now)).map(async ({ category, progress: { outline: programme, done, required, missing, met } }) => ({
      category,
      outline: { titleZh: programme.titleZh, titleEn: programme.titleEn, isProposed: programme.source === 'proposed' },
      ...{ done, required, missing },
      isMet: met !== null,
      classes: met ? [] : fillingClasses(missing, await listClassesOf(category, LOOKED_AT, now)).slice(0, SHOWN),
      certificates: own
        .filter((row) => row.category === category)
        .map(({ number, publicCode, metOn, issuedOn, revokedAt }) => ({
          number,
          publicCode,
          metOn,
          issuedOn,
          isRevoked: revokedAt !== null,
        })),
    })),
  );
}

/** One to print: for its holder and the officers of its district. @throws NotFound for a foreign or unknown number */
export async function getPostTraining(actor: Actor, number: string) {
  if (!hasLine(actor, 'post_training.read')) throw new Forbidden();
  const [row] = await db
    .select({ training: postTraining, isDemo: person.isDemo })
    .from(postTraining)
    .innerJoin(person, eq(person.id, postTraining.personId))
    .where(eq(postTraining.number, number));
  const subject = row && { personId: row.training.personId, districtCode: row.training.districtCode };
  if (!row || !can(actor, 'post_training.read', subject)) throw new NotFound();
  return { ...row.training, isDemo: row.isDemo };
}

export interface PostTrainingFilter {
  q: string;
  category?: PostTrainingCategory;
  state?: 'standing' | 'revoked';
}

const LISTED = {
  id: postTraining.id,
  number: postTraining.number,
  category: postTraining.category,
  name: person.name,
  idNumberMasked: person.idNumberMasked,
  districtCode: postTraining.districtCode,
  theoryMinutes: postTraining.theoryMinutes,
  practiceMinutes: postTraining.practiceMinutes,
  metOn: postTraining.metOn,
  issuedOn: postTraining.issuedOn,
  revokedAt: postTraining.revokedAt,
};

/** Officers see those of their area, a provider those that stand on one of its classes. */
function ofActor(actor: UserActor): SQL | undefined {
  if (actor.role === 'city_officer') return undefined;
  if (actor.role === 'district_officer') return eq(postTraining.districtCode, actor.organisation?.districtCode ?? '');
  return sql`exists (select 1 from ${completion} join ${trainingClass} on ${trainingClass.id} = ${completion.classId}
    where ${completion.personId} = ${postTraining.personId} and ${completion.category} = ${postTraining.category}
      and ${completion.completedOn} <= ${postTraining.metOn} and ${trainingClass.providerId} = ${actor.organisation?.id ?? null})`;
}

/** Issued in the actor's area, the newest first. @throws Forbidden for other roles */
export async function listPostTrainings(actor: UserActor, filter: PostTrainingFilter, page: { limit: number; offset: number }) {
  if (!hasLine(actor, 'post_training.list')) throw new Forbidden();
  const where = and(
    ofActor(actor),
    filter.q ? or(ilike(person.name, containing(filter.q)), ilike(postTraining.number, containing(filter.q))) : undefined,
    filter.category ? eq(postTraining.category, filter.category) : undefined,
    filter.state ? (filter.state === 'revoked' ? isNotNull : isNull)(postTraining.revokedAt) : undefined,
  );
  const joined = db.select(LISTED).from(postTraining).innerJoin(person, eq(person.id, postTraining.personId));
  const [rows, [all]] = await Promise.all([
    joined.where(where).orderBy(desc(postTraining.issuedOn), desc(postTraining.id)).limit(page.limit).offset(page.offset),
    db.select({ n: count() }).from(postTraining).innerJoin(person, eq(person.id, postTraining.personId)).where(where),
  ]);
  return { rows, total: all?.n ?? 0 };
}

/**
 * Whose certificate may have to be given or taken back: after one closing or the end of one completion those concerned,
 * otherwise everybody whose sums and certificate do not fit together.
 */
export async function listToJudge(after: { closingId: string } | { completionId: string } | null, tx: Tx = db) {
  const concerned = (where: SQL | undefined) =>
    tx
      .selectDistinct({ personId: completion.personId, category: completion.category })
      .from(completion)
      .where(and(where, inArray(completion.category, [...POST_TRAINING_CATEGORIES])));
  const rows = after
    ? await concerned('closingId' in after ? eq(completion.closingId, after.closingId) : eq(completion.id, after.completionId))
    : await listUnfitting(tx);
  return rows as { personId: string; category: PostTrainingCategory }[];
}

const listUnfitting = (tx: Tx) => {
  const least = tx
    .select({
      category: outline.category,
      theory: sql<number>`min(${outline.theoryMinutes})`.as('theory'),
      practice: sql<number>`min(${outline.practiceMinutes})`.as('practice'),
    })
    .from(outline)
    .where(inArray(outline.category, [...POST_TRAINING_CATEGORIES]))
    .groupBy(outline.category)
    .as('least');
  const sum = (column: typeof completion.theoryMinutes | typeof completion.practiceMinutes) =>
    sql`coalesce(sum(${column}) filter (where ${completion.status} = 'valid'), 0)`;
  const reached = sql`${sum(completion.theoryMinutes)} >= min(${least.theory}) and ${sum(completion.practiceMinutes)} >= min(${least.practice})`;
  const standing = sql`exists (select 1 from ${postTraining} where ${postTraining.personId} = ${completion.personId}
    and ${postTraining.category} = ${completion.category} and ${postTraining.revokedAt} is null)`;
  return tx
    .select({ personId: completion.personId, category: completion.category })
    .from(completion)
    .innerJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .innerJoin(least, eq(least.category, completion.category))
    .groupBy(completion.personId, completion.category)
    .having(sql`(${reached}) <> (${standing})`);
};
