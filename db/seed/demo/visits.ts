import { and, gte, inArray, sql } from 'drizzle-orm';
import sharp from 'sharp';
import type { Tx } from '#db/client';
import { event } from '#db/schema';
import { acceptFinding } from '~/domain/health-care/accept-finding.server';
import { addPhoto } from '~/domain/health-care/add-photo.server';
import { answerFinding } from '~/domain/health-care/answer-finding.server';
import { cancelVisit } from '~/domain/health-care/cancel-visit.server';
import type { ChecklistVersion } from '~/domain/health-care/checklist';
import { checklistInForce } from '~/domain/health-care/checklist-queries.server';
import { closeVisit } from '~/domain/health-care/close-visit.server';
import { extendFinding } from '~/domain/health-care/extend-finding.server';
import { type GivenPhoto, readPhoto } from '~/domain/health-care/guidance-photos.server';
import { planVisit } from '~/domain/health-care/plan-visit.server';
import { recordVisit } from '~/domain/health-care/record-visit.server';
import { returnFinding } from '~/domain/health-care/return-finding.server';
import { tellOverdueFinding } from '~/domain/health-care/tell-overdue-finding.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { FINDING_EVENTS, VISIT_EVENTS } from '~/domain/notification/visit-messages.server';
import { newId } from '~/domain/shared/id';
import { addDays, DAY } from '~/domain/shared/period';
import { Cast } from './sitting-people';
import { type FoundStory, VISIT_STORIES, type VisitStory } from './visit-plans';
import type { OrganisationRow, World } from './world';

/** Messages of the last weeks reach the inboxes; older ones were read long ago. */
const TOLD_DAYS = 21;

/** Guidance visits in every state, told by the product's own operations, each on its day. */
export async function addVisits(tx: Tx, world: World): Promise<void> {
  const checklist = await checklistInForce(world.today, tx);
  if (!checklist) throw new Error('the demo has no checklist in force');
  const told = new Teller(new Cast(tx, world), checklist);
  let before: string | null = null;
  for (const story of VISIT_STORIES) before = await told.tell(story, story.follows ? before : null);
  await tellMessages(tx, world);
}

class Teller {
  readonly #homes = new Map<string, OrganisationRow[]>();

  constructor(
    readonly cast: Cast,
    readonly checklist: ChecklistVersion,
  ) {
    const { world } = cast;
    const closed = new Set(world.rows.institutionFile.flatMap(({ organisationId, closedOn }) => (closedOn ? [organisationId] : [])));
    const own = cast.actorOf('jigou').organisation?.id;
    for (const row of world.rows.organisation) {
      const isOpen = row.kind === 'institution' && row.status === 'approved' && row.filingStatus === 'filed' && !closed.has(row.id ?? '');
      if (isOpen && row.id !== own) this.#homes.set(row.districtCode ?? '', [...(this.#homes.get(row.districtCode ?? '') ?? []), row]);
    }
  }

  async tell(story: VisitStory, followsId: string | null): Promise<string> {
    const { cast } = this;
    const institutionId = this.#institutionOf(story);
    const by = cast.actorOf(story.by);
    const { planned, recorded } = story;
    const day = addDays(cast.world.today, planned.at);
    const kind = followsId ? 'follow_up' : (story.kind ?? 'routine');
    const plan = { kind, plannedOn: day, visitorId: by.accountId, purpose: planned.purpose, isAnnounced: !planned.secret } as const;
    const id = await planVisit(cast.ctx(by, planned.on, '09:20'), { institutionId, followsId }, plan);
    if (story.cancelled) await cancelVisit(cast.ctx(by, story.cancelled.on, '11:00'), id, story.cancelled.reason);
    if (!recorded) return id;
    const ids = recorded.found.map(() => newId());
    const ctx = cast.ctx(by, recorded.on, '16:10');
    await recordVisit(ctx, { ...this.#record(recorded, ids), visitId: id, institutionId, kind });
    if (recorded.photo) await addPhoto(ctx, { visitId: id, findingId: ids[0] ?? null }, await aPicture('#5b7a6c'));
    for (const [at, found] of recorded.found.entries()) await this.#mend(found, ids[at] ?? '', by, institutionId);
    if (story.closed !== undefined) await closeVisit(cast.ctx(by, story.closed, '17:30'), id);
    return id;
  }

  #institutionOf({ at }: VisitStory): string {
    if (at === 'jigou') return this.cast.actorOf('jigou').organisation?.id ?? '';
    const [district, nth] = at;
    const home = this.#homes.get(district)?.[nth];
    if (!home?.id) throw new Error(`no institution ${nth} in ${district}`);
    return home.id;
  }

  /** Every line is in order except those that something was found of. */
  #record(recorded: NonNullable<VisitStory['recorded']>, ids: readonly string[]) {
    const { today } = this.cast.world;
    const day = (offset: number) => addDays(today, offset);
    const wrong = new Map(recorded.found.map((found) => [found.line, found.statement]));
    return {
      visitedOn: day(recorded.on),
      checklistId: this.checklist.id,
      results: this.checklist.items.map(({ code }) => ({
        code,
        mark: wrong.has(code) ? ('problem' as const) : code === 'F03' ? ('not_applicable' as const) : ('fine' as const),
        note: wrong.has(code) ? '见整改事项' : '',
      })),
      findings: recorded.found.map((found, at) => ({
        id: ids[at] ?? newId(),
        itemCode: found.line,
        weight: found.serious ? ('serious' as const) : ('minor' as const),
        statement: found.statement,
        // A day that was extended later began as the story says.
        mendByOn: day(found.mendBy),
      })),
      summary: recorded.summary,
      metWith: recorded.metWith,
      recordedAt: this.cast.ctx(this.cast.actorOf('quwei'), recorded.on, '15:40').now.toISOString(),
    };
  }

  async #mend(found: FoundStory, id: string, by: ReturnType<Cast['actorOf']>, institutionId: string): Promise<void> {
    const { cast } = this;
    const { accountId, role } = cast.world.voiceOf(institutionId);
    const home = { id: institutionId, kind: 'institution' as const, districtCode: null };
    const institution = { kind: 'user' as const, accountId, personId: null, role, organisation: home };
    const answer = (said: { on: number; statement: string }, photos: GivenPhoto[] = []) =>
      answerFinding(cast.ctx(institution, said.on, '14:00'), id, said.statement, photos);
    const { extended, answered, returned, answeredAgain, mended, toldOverdue } = found;
    if (extended) await extendFinding(cast.ctx(by, extended.on), id, addDays(cast.world.today, extended.mendBy), extended.reason);
    if (answered) await answer(answered, answered.photo ? [await aPicture('#7a8fa6')] : []);
    if (returned) await returnFinding(cast.ctx(by, returned.on, '10:30'), id, returned.reason, null);
    if (answeredAgain) await answer(answeredAgain);
    if (mended) await acceptFinding(cast.ctx(by, mended.on, '15:00'), id, mended.note ?? '');
    if (toldOverdue !== undefined) {
      const { now } = cast.ctx(by, toldOverdue, '00:25');
      await tellOverdueFinding({ actor: { kind: 'system', job: 'findings.sweep' }, now, tx: cast.tx }, id);
    }
  }
}

/** A drawn picture in place of a photo: a cupboard with a lock, marked as a demonstration. */
async function aPicture(colour: string): Promise<GivenPhoto> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#e9ecef"/>
    <rect x="170" y="70" width="300" height="350" rx="8" fill="${colour}"/><path d="M320 80v330" stroke="#fff" stroke-width="6"/>
    <rect x="296" y="220" width="48" height="40" rx="6" fill="#f2c14e"/><path d="M306 220v-14a14 14 0 0 1 28 0v14" fill="none" stroke="#f2c14e" stroke-width="8"/>
    <text x="320" y="460" font-family="sans-serif" font-size="22" text-anchor="middle" fill="#555">DEMO</text></svg>`;
  return readPhoto({ name: 'photo.jpg', bytes: await sharp(Buffer.from(svg)).jpeg().toBuffer() });
}

async function tellMessages(tx: Tx, world: World): Promise<void> {
  const since = new Date(world.now.getTime() - TOLD_DAYS * DAY);
  const rows = await tx
    .select()
    .from(event)
    .where(and(inArray(event.name, [...VISIT_EVENTS, ...FINDING_EVENTS] as never[]), gte(event.at, since)))
    .orderBy(sql`${event.at}`, event.seq);
  for (const row of rows) {
    const ctx = { actor: { kind: 'system', job: 'messages.deliver' } as const, now: row.at, tx };
    await deliverMessages(ctx, { id: row.id, name: row.name, subjectId: row.subjectId, data: row.data as Record<string, unknown> });
  }
}
