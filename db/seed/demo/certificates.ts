import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate, certificateCheck, certificateIssuer, xCertificateKind } from '#db/schema';
import { screenWaiting } from '~/domain/certificate/screen-waiting.server';
import { newId } from '~/domain/shared/id';
import { addDays, daysBetween } from '~/domain/shared/period';
import { insertRows } from '../insert-rows';
import { Random } from '../random';
import { type Desk, rejected, revoked, verified, waiting } from './certificate-desk';
import { DEMO_ISSUERS, type Paper, Printer } from './certificate-papers';
import { addPictures } from './certificate-pictures';
import { addCertificateStories, HAND_MADE } from './certificate-stories';
import { checkLate } from './rate-stories';
import { addTitles } from './titles';
import type { Member, World } from './world';

/** What caregivers hold (育婴员 45 %, 保育师 30 %, 1+X 6 %, teacher only 8 %, nothing 11 %), most of it verified, and the stories. */
export async function addCertificates(tx: Tx, world: World): Promise<void> {
  const [kind] = await tx
    .select({ id: xCertificateKind.id, issuer: xCertificateKind.issuer })
    .from(xCertificateKind)
    .where(eq(xCertificateKind.name, '幼儿照护'))
    .limit(1);
  if (!kind) throw new Error('the catalogue of 1+X certificates is empty');
  const desk: Desk = { world, printer: new Printer(new Random(20_240_501)), kind, rows: [], checks: [], pictures: [] };
  for (const member of world.members) if (member.role === 'caregiver' && !HAND_MADE.has(member.person.name)) addUsual(desk, member);
  checkLate(desk);
  addCertificateStories(desk);
  addTitles(desk);
  await insertRows(tx, certificateIssuer, issuerRows(world));
  await insertRows(tx, certificate, desk.rows);
  await insertRows(tx, certificateCheck, desk.checks);
  await addPictures(tx, desk.pictures);
  const ctx = { actor: { kind: 'system', job: 'seed' } as const, now: world.now, tx };
  while ((await screenWaiting(ctx)) > 0);
}

const issuerRows = (world: World): (typeof certificateIssuer.$inferInsert)[] =>
  DEMO_ISSUERS.map(([family, name]) => ({ id: newId(), family, name, source: '演示数据', isActive: true, createdAt: world.now }));

/** The day after which somebody may hold a certificate: eighteen years old, and the papers of the demo begin in 2016. */
const earliest = (member: Member): string => {
  const grown = `${Number((member.person.bornOn ?? '1985-01-01').slice(0, 4)) + 19}-01-01`;
  return grown < '2016-06-01' ? '2016-06-01' : grown;
};

function paperFor({ world, printer, kind }: Desk, member: Member): Paper | null {
  const { random } = printer;
  const draw = random.next();
  const from = earliest(member);
  // Two thirds had it when they began; the others passed it since, the later the fewer.
  const lastDay = addDays(world.today, -70);
  const until = random.chance(0.66) && member.from > from ? member.from : lastDay;
  const day = (least: string) => {
    const begin = from > least ? from : least;
    return begin >= until ? (begin < lastDay ? begin : lastDay) : addDays(begin, random.int(0, daysBetween(begin, until)));
  };
  if (draw < 0.45) return printer.skill('4-10-01-02', day('2016-06-01'));
  if (draw < 0.75) return printer.skill('4-10-01-03', day('2016-06-01'));
  if (draw < 0.81) return printer.infantCare(day('2020-06-01'), kind.issuer);
  return draw < 0.89 ? printer.teacher(day('2016-06-01')) : null;
}

function addUsual(desk: Desk, member: Member): void {
  const { random } = desk.printer;
  const paper = paperFor(desk, member);
  if (paper) {
    const draw = random.next();
    if (draw < 0.93 || member.until !== null) verified(desk, member, paper);
    else if (draw < 0.975) waiting(desk, member, paper, random.int(1, 24));
    else if (draw < 0.99) rejected(desk, member, paper, random.int(5, 60));
    else revoked(desk, member, paper, random.int(30, 300));
  }
  // A first-aid certificate lasts three years: what the radar finds.
  if (member.until === null && random.chance(0.12)) {
    const left = random.pick([20, 50, 80, -12, 300, 500, 700, 900]);
    const validUntil = addDays(desk.world.today, left);
    verified(desk, member, desk.printer.firstAid(addDays(validUntil, -1_094)), { validUntil });
  }
}
