import { createHash } from 'node:crypto';
import { newId } from '~/domain/shared/id';
import { addDays, addMonths, beijingInstant } from '~/domain/shared/period';
import { Random } from '../random';
import { addRosterStories, STALE_HOMES } from './roster-stories';
import type { World } from './world';

/** Numbers of their own: what the other stories draw stays the same. */
const newDraws = () => new Random(20_231_121);

/** Roster facts of everybody, then the people of db/seed/README.md whose rosters tell a story. Last: it knows all posts. */
export function addRosters(world: World): void {
  const random = newDraws();
  addRosterStories(world);
  addDates(world, random);
  addMainPosts(world);
  addConfirmations(world, random);
}

/** Days alone: contracts, health certificates, checks of records; most in order, some missing or past. */
function addDates(world: World, random: Random): void {
  const told = new Set(world.rows.person.filter((row) => row.healthCertValidUntil !== undefined).map((row) => row.id));
  const working = new Set<string>();
  for (const post of world.rows.engagement) {
    if (post.endOn && post.endOn <= world.today) continue;
    working.add(post.personId);
    if (post.contractUntilOn !== undefined || random.chance(0.12)) continue;
    // Contracts run for three years, one after the other.
    let until = addMonths(post.startOn, 36);
    while (until < addDays(world.today, -10)) until = addMonths(until, 36);
    post.contractUntilOn = addDays(until, -1);
  }
  for (const person of world.rows.person) {
    if (!working.has(person.id) || told.has(person.id)) continue;
    const health = random.weighted([88, 4, 3, 5]);
    person.healthCertValidUntil = [
      addDays(world.today, random.int(35, 360)),
      addDays(world.today, random.int(1, 28)),
      addDays(world.today, -random.int(2, 60)),
      null,
    ][health];
    person.backgroundCheckedOn = random.chance(0.93) ? addDays(world.today, -random.int(5, random.chance(0.96) ? 350 : 460)) : null;
  }
}

/** One for each person with open posts, as the product chooses it. */
function addMainPosts(world: World): void {
  const chosen = new Set(world.rows.engagement.filter((post) => post.isMainPost).map((post) => post.personId));
  const open = world.rows.engagement
    .filter((post) => !post.endOn)
    .sort(
      (a, b) =>
        Number(b.isFullTime ?? true) - Number(a.isFullTime ?? true) || a.startOn.localeCompare(b.startOn) || a.id.localeCompare(b.id),
    );
  for (const post of open) {
    if (chosen.has(post.personId)) continue;
    post.isMainPost = true;
    chosen.add(post.personId);
  }
}

const YEAR = 400;

/** Most institutions stand by their rosters every two weeks; some are late, a few never did. */
function addConfirmations(world: World, random: Random): void {
  const staff = new Map<string, Set<string>>();
  for (const post of world.rows.engagement) {
    if (post.endOn && post.endOn <= world.today) continue;
    staff.set(post.institutionId, (staff.get(post.institutionId) ?? new Set()).add(post.personId));
  }
  const institutions = world.rows.organisation.filter((row) => row.kind === 'institution' && row.status === 'approved' && row.filedOn);
  for (const [at, row] of institutions.entries()) {
    const voice = world.voices.get(row.id);
    const people = staff.get(row.id)?.size ?? 0;
    if (!voice || people === 0 || row.filingStatus === 'cancelled') continue;
    const fixed = STALE_HOMES(world).get(row.id);
    const late = at % 9 === 4;
    if (fixed === undefined && at % 23 === 11) continue;
    let day = addDays(world.today, -(fixed ?? (late ? random.int(16, 60) : random.int(0, 11))));
    for (; day > addDays(world.today, -YEAR); day = addDays(day, -random.int(9, late ? 24 : 14))) {
      const confirmedAt = beijingInstant(day, '16:20');
      if (confirmedAt > world.now) continue;
      const sha256 = createHash('sha256').update(`${row.id} ${day}`).digest('hex');
      const confirmation = {
        id: newId(),
        institutionId: row.id,
        confirmedOn: day,
        confirmedAt,
        confirmedBy: voice.accountId,
        staff: people,
        sha256,
      };
      world.rows.rosterConfirmation.push(confirmation);
      const subject = { type: 'institution', id: row.id };
      world.say('roster.confirmed', subject, { voice, at: confirmedAt }, { staff: people, sha256 });
    }
  }
}
