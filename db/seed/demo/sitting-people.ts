import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account } from '#db/schema';
import type { XLevel } from '~/domain/evaluation/evaluation';
import { takeSeat } from '~/domain/evaluation/take-seat.server';
import type { UserActor } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { type Context, operation } from '~/domain/shared/operation.server';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { STORY_NAMES } from './names';
import { organisationAt } from './organisations';
import type { Member, OrganisationRow, World } from './world';

export interface SittingPlan {
  kind: 'infant' | 'mother';
  level: XLevel;
  site: 'chaoyang' | 'haidian';
  /** Made of the day of the examination. */
  code: (theoryOn: string) => string;
  registers: readonly [from: number, until: number];
  exams: readonly [theory: number, practical: number];
  capacity: number;
  /** Names; `her teacher` is somebody who taught one of the candidates. */
  assessors: readonly string[];
  /** Colleges and how many students each registers. */
  students: readonly (readonly [college: string, number])[];
  /** Caregivers who register themselves. */
  learners: number;
  /** People of the stories who register themselves. */
  named?: readonly (keyof typeof STORY_NAMES)[];
  ends: {
    recorded?: number;
    /** Candidates whose results are still missing. */
    unfinished?: number;
    published?: number;
    approved?: number;
    appeals?: 'none' | 'one answered' | 'one open';
    cancelled?: readonly [on: number, reason: string];
  };
}

const NAMED = new Set<string>(Object.values(STORY_NAMES));

/** Who acts in the sittings, and who is still free to sit one. */
export class Cast {
  readonly organisationId: string;
  readonly #students: Member[];
  readonly #learners: Member[];
  readonly #drawn = new Map<Member[], number>();

  constructor(
    readonly tx: Tx,
    readonly world: World,
  ) {
    this.organisationId = organisationAt(world, 'evaluation').id ?? '';
    const free = world.members.filter(({ person }) => !NAMED.has(person.name));
    this.#students = free.filter((member) => member.institution === null && member.from < addDays(world.today, -450));
    this.#learners = free.filter(
      (member) => member.role === 'caregiver' && member.until === null && member.from < addDays(world.today, -450),
    );
  }

  ctx(actor: UserActor, offset: number, time = '10:00'): Context & { tx: Tx } {
    return { actor, now: instantOf(this.world, offset, time), tx: this.tx };
  }

  actorOf(userName: string): UserActor {
    const found = this.world.rows.account.find((row) => row.username === userName);
    const grant = this.world.rows.membership.find((row) => row.accountId === found?.id);
    const at = this.world.rows.organisation.find((row) => row.id === grant?.organisationId);
    if (!found?.id || !grant || !at) throw new Error(`no account ${userName}`);
    return { kind: 'user', accountId: found.id, personId: null, role: grant.role, organisation: homeOf(at) };
  }

  /** Whoever speaks for an organisation of the story. */
  speakerOf(at: OrganisationRow): UserActor {
    const voice = this.world.voiceOf(at.id ?? '');
    return { kind: 'user', accountId: voice.accountId, personId: null, role: voice.role, organisation: homeOf(at) };
  }

  /** Everybody of the plan takes a seat, one after the other, in the days of registration. @returns ids of the candidates */
  async seat(plan: SittingPlan, sittingId: string): Promise<string[]> {
    const seats: string[] = [];
    const take = async (ctx: Context & { tx: Tx }, member: Member, collegeId: string | null) => {
      const entry = { sittingId, personId: member.person.id ?? '', collegeId };
      seats.push((await operation(ctx, 'candidate.registered', (op) => takeSeat(op, entry))).candidateId);
    };
    const [from] = plan.registers;
    for (const [key, number] of plan.students) {
      const college = organisationAt(this.world, key);
      const voice = this.world.voiceOf(college.id ?? '');
      const actor = { kind: 'user' as const, accountId: voice.accountId, personId: null, role: voice.role, organisation: homeOf(college) };
      for (const member of this.#draw(this.#students, number)) await take(this.ctx(actor, from + 1, '14:10'), member, college.id ?? null);
    }
    const named = (plan.named ?? []).map((story) => this.world.memberNamed(STORY_NAMES[story]));
    for (const member of [...this.#draw(this.#learners, plan.learners), ...named])
      await take(this.ctx(await this.#herself(member), from + 2, '20:30'), member, null);
    return seats;
  }

  /** A lecturer of a class that one of the plan's next students attended in the last years. */
  async teacherOf(plan: SittingPlan): Promise<string> {
    const [, number] = plan.students[0] ?? ['', 0];
    const ids = this.#next(this.#students, this.#drawn.get(this.#students) ?? 0, number).map(({ person }) => person.id ?? '');
    const [row] = await this.tx.execute<{ name: string }>(sql`
      select split_part(l.lecturer, '（', 1) as name from enrolment e join lesson l on l.class_id = e.class_id and l.status = 'scheduled'
      where e.person_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) and e.status in ('attending', 'passed', 'failed')
        and l.held_on between ${addDays(this.world.today, -700)}::date and ${addDays(this.world.today, plan.registers[0])}::date
      group by 1 order by count(*) desc, 1 limit 1`);
    return row?.name ?? '考评员丙（演示）';
  }

  /** The account of a person who acts for herself. */
  async accountOf(personId: string): Promise<UserActor> {
    const member = this.world.members.find(({ person }) => person.id === personId);
    if (!member) throw new Error('a candidate is nobody of the world');
    return this.#herself(member);
  }

  /** The next of a list, which begins again at its end: whoever sat one certificate sits another. */
  #draw(from: Member[], number: number): Member[] {
    const begin = this.#drawn.get(from) ?? 0;
    this.#drawn.set(from, begin + number);
    return this.#next(from, begin, number);
  }

  #next = (from: Member[], begin: number, number: number): Member[] =>
    Array.from({ length: number }, (_, at) => from[(begin + at) % from.length]).filter((member) => member !== undefined);

  /** A learner registers with an account of her own; one without any way to sign in is made where she has none. */
  async #herself({ person }: Member): Promise<UserActor> {
    const known = this.world.rows.account.find((row) => row.personId === person.id);
    const accountId = known?.id ?? newId();
    const createdAt = instantOf(this.world, -440, '09:00');
    const common = { passwordHash: '', passwordChangedAt: createdAt, status: 'active' as const, createdAt, isDemo: true };
    if (!known) {
      const row = { id: accountId, personId: person.id, displayName: person.name, ...common };
      await this.tx.insert(account).values(row);
      this.world.rows.account.push(row);
    }
    return { kind: 'user', accountId, personId: person.id ?? null, role: 'trainee', organisation: null };
  }
}

const homeOf = (row: OrganisationRow) => ({ id: row.id ?? '', kind: row.kind, districtCode: row.districtCode ?? null });

/** The instant of a day of the story, never in the future. */
const instantOf = (world: World, offset: number, time: string): Date => {
  const at = beijingInstant(addDays(world.today, offset), time);
  return at < world.now ? at : world.now;
};
