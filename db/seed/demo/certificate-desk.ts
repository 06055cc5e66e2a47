import type { certificate, certificateCheck } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant } from '~/domain/shared/period';
import type { Paper, Printer } from './certificate-papers';
import type { Picture } from './certificate-pictures';
import type { Member, World } from './world';

type Row = typeof certificate.$inferInsert;
type Check = typeof certificateCheck.$inferInsert;

/** The registry opened when the platform did; what people had before was entered in its first months. */
const OPENED = '2022-10-10';

/** Where entries of the demo are handed in and decided. */
export interface Desk {
  world: World;
  printer: Printer;
  /** 幼儿照护 of the 1+X catalogue. */
  kind: { id: string; issuer: string };
  rows: Row[];
  checks: Check[];
  pictures: Picture[];
}

/** An entry of her institution, or her own, and the district that looks at it. */
export function entry({ world, kind }: Desk, member: Member, paper: Paper, submittedOn: string): Row {
  const institution = member.institution;
  const voice = institution ? world.voiceOf(institution.id) : null;
  const submittedAt = beijingInstant(submittedOn, '14:20');
  return {
    id: newId(),
    personId: member.person.id,
    ...paper,
    xKindId: paper.family === 'x_certificate' ? kind.id : null,
    status: 'submitted',
    source: 'institution',
    submittedAt,
    submittedBy: voice?.accountId ?? null,
    submittedByOrganisationId: institution?.id ?? null,
    districtCode: institution?.districtCode ?? null,
    createdAt: submittedAt,
    isDemo: true,
  };
}

const CHANNEL = { hrss_skill_level: 'osta', hrss_vocational_qualification: 'osta', x_certificate: 'x_platform' } as const;
const channelOf = (paper: Paper) => (paper.family in CHANNEL ? CHANNEL[paper.family as keyof typeof CHANNEL] : 'manual');

/** A receipt of the district's officer. */
export function check(desk: Desk, row: Row, paper: Paper, on: string, found: Pick<Check, 'result' | 'note'>): Date {
  const { world } = desk;
  const district = world.rows.organisation.find((each) => each.kind === 'commission_district' && each.districtCode === row.districtCode);
  const recordedAt = beijingInstant(on, '10:40');
  const by = district ? world.voiceOf(district.id).accountId : null;
  desk.checks.push({ id: newId(), certificateId: row.id, channel: channelOf(paper), checkedOn: on, ...found, recordedAt, recordedBy: by });
  row.verifiedBy = found.result === 'genuine' ? by : null;
  return recordedAt;
}

const later = (a: string, b: string): string => (a > b ? a : b);

export function verified(desk: Desk, member: Member, paper: Paper, more: Partial<Row> = {}): Row {
  const { random } = desk.printer;
  const last = addDays(desk.world.today, -12);
  const handedIn = addDays(later(later(paper.issuedOn, member.from), OPENED), random.int(15, 60));
  const submittedOn = handedIn < last ? handedIn : last;
  const row = { ...entry(desk, member, paper, submittedOn), ...more };
  row.verifiedAt = check(desk, row, paper, addDays(submittedOn, random.int(1, 9)), { result: 'genuine', note: '' });
  row.status = 'verified';
  desk.rows.push(row);
  return row;
}

export function waiting(desk: Desk, member: Member, paper: Paper, days: number, more: Partial<Row> = {}): Row {
  const row = { ...entry(desk, member, paper, addDays(desk.world.today, -days)), ...more };
  desk.rows.push(row);
  picture(desk, row, paper);
  return row;
}

export function rejected(desk: Desk, member: Member, paper: Paper, days: number, note = '官网查无此编号，请核对证书原件。'): Row {
  const row = entry(desk, member, paper, addDays(desk.world.today, -days));
  row.rejectedAt = check(desk, row, paper, addDays(desk.world.today, 1 - days), { result: 'not_found', note });
  Object.assign(row, { status: 'rejected', decisionReason: note });
  desk.rows.push(row);
  picture(desk, row, paper);
  return row;
}

export function revoked(desk: Desk, member: Member, paper: Paper, days: number, fromOn?: string): Row {
  const row = verified(desk, member, paper);
  const revokedOn = fromOn ?? paper.issuedOn;
  const submitted = row.submittedAt ?? desk.world.now;
  const at = beijingInstant(addDays(desk.world.today, -Math.min(days, 8)), '16:05');
  const reason = fromOn ? '颁证机构通知：该证书自该日起撤销。' : '复核时官网查无此证，原登记有误。';
  return Object.assign(row, { status: 'revoked', revokedOn, revokedAt: at > submitted ? at : desk.world.now, decisionReason: reason });
}

export function picture(desk: Desk, row: Row, paper: Paper, shown: Partial<Picture> = {}): void {
  const { number, level, issuedOn } = paper;
  const upload = { uploadedAt: row.submittedAt ?? desk.world.now, uploadedBy: row.submittedBy ?? null };
  desk.pictures.push({ certificateId: row.id, number, level: level ?? '-', issuedOn, ...upload, ...shown });
}
