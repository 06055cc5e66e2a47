import type { AttendanceMark } from '~/domain/attendance/attendance';
import type { Random } from '../random';
import type { Member } from './world';

/** How a trainee fares; what comes of it is decided by the product's own rule, from the marks and scores. */
export type Fate = 'passes' | 'retest' | 'failsTheory' | 'short' | 'neverCame';

const DRAW: readonly (readonly [Fate, number])[] = [
  ['passes', 91],
  ['retest', 3],
  ['failsTheory', 2.5],
  ['short', 2],
  ['neverCame', 1.5],
];

/** The fates of one class, drawn as they are asked for. */
export class Fates {
  readonly #fates = new Map<Member, Fate>();

  constructor(private readonly random: Random) {}

  set(member: Member, fate: Fate): this {
    this.#fates.set(member, fate);
    return this;
  }

  of(member: Member): Fate {
    const fate = this.#fates.get(member) ?? DRAW[this.random.weighted(DRAW.map(([, weight]) => weight))]?.[0] ?? 'passes';
    this.#fates.set(member, fate);
    return fate;
  }

  /** The mark of one lesson, and the minutes missed by lateness. */
  markOf(member: Member, position: number, lessons: number): { mark: AttendanceMark; late: number } {
    const fate = this.of(member);
    if (fate === 'neverCame') return { mark: 'absent', late: 0 };
    if (fate === 'short' && position * 2 > lessons) return { mark: this.random.chance(0.5) ? 'leave' : 'absent', late: 0 };
    const draw = this.random.next();
    if (lessons >= 10 && draw < 0.03) return { mark: 'leave', late: 0 };
    return draw > 0.95 ? { mark: 'late', late: this.random.int(1, 4) * 5 } : { mark: 'present', late: 0 };
  }
}
