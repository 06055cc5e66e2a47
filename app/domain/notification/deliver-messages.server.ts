import { inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { notification, organisation, outbox, person } from '#db/schema';
import { translate } from '~/i18n/translate';
import { encryptField } from '~/platform/crypto.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { CERTIFICATE_EVENTS, certificateMessages, endingMessages } from './certificate-messages.server';
import { CLASS_EVENTS, COMPLETION_EVENTS, classMessages, completionMessages } from './class-messages.server';
import { AGREEMENT_EVENTS, agreementMessages, POINT_EVENTS, pointMessages } from './cooperation-messages.server';
import { ENROLMENT_EVENTS, type EventFacts, enrolmentMessages } from './enrolment-messages.server';
import { EVALUATION_EVENTS, evaluationMessages } from './evaluation-messages.server';
import { healthCareDueMessages } from './health-care-messages.server';
import { IMPORT_EVENTS, importMessages } from './import-messages.server';
import { INSTITUTION_EVENTS, institutionMessages } from './institution-messages.server';
import { LECTURER_EVENTS, lecturerMessages } from './lecturer-messages.server';
import type { Message } from './message';
import { IN_APP_ONLY } from './notification';
import {
  ACCOUNT_EVENTS,
  accountMessages,
  COURSE_EVENTS,
  courseMessages,
  ORGANISATION_EVENTS,
  organisationMessages,
  recountMessages,
} from './organisation-messages.server';
import { PLACEMENT_EVENTS, placementMessages } from './placement-messages.server';
import { POST_TRAINING_EVENTS, postTrainingMessages, trainingCertificateMessages } from './post-training-messages.server';
import {
  DISPUTE_EVENTS,
  DOUBLE_EVENTS,
  disputeMessages,
  doubleRosterMessages,
  mergeMessages,
  POST_CLAIM_EVENTS,
  POST_EVENTS,
  postClaimMessages,
  postMessages,
  reminderMessages,
} from './roster-messages.server';
import { FINDING_EVENTS, findingMessages, VISIT_EVENTS, visitMessages } from './visit-messages.server';

type Maker = (tx: Tx, event: EventFacts & { id: string }) => Promise<Message[]>;
const MAKERS = new Map<string, Maker>([
  ...ENROLMENT_EVENTS.map((name) => [name, enrolmentMessages] as const),
  ...CLASS_EVENTS.map((name) => [name, classMessages] as const),
  ...COMPLETION_EVENTS.map((name) => [name, completionMessages] as const),
  ...EVALUATION_EVENTS.map((name) => [name, evaluationMessages] as const),
  ...COURSE_EVENTS.map((name) => [name, courseMessages] as const),
  ...ORGANISATION_EVENTS.map((name) => [name, organisationMessages] as const),
  ...ACCOUNT_EVENTS.map((name) => [name, accountMessages] as const),
  ...POST_TRAINING_EVENTS.map((name) => [name, postTrainingMessages] as const),
  ...INSTITUTION_EVENTS.map((name) => [name, institutionMessages] as const),
  ['health_care.certified', trainingCertificateMessages],
  ...IMPORT_EVENTS.map((name) => [name, importMessages] as const),
  ...POINT_EVENTS.map((name) => [name, pointMessages] as const),
  ...AGREEMENT_EVENTS.map((name) => [name, agreementMessages] as const),
  ['recount.finished', recountMessages],
  ...POST_EVENTS.map((name) => [name, postMessages] as const),
  ...POST_CLAIM_EVENTS.map((name) => [name, postClaimMessages] as const),
  ...DISPUTE_EVENTS.map((name) => [name, disputeMessages] as const),
  ...DOUBLE_EVENTS.map((name) => [name, doubleRosterMessages] as const),
  ...CERTIFICATE_EVENTS.map((name) => [name, certificateMessages] as const),
  ...PLACEMENT_EVENTS.map((name) => [name, placementMessages] as const),
  ['certificate.expiry_reminded', endingMessages],
  ['health_care.due_reminded', healthCareDueMessages],
  ...LECTURER_EVENTS.map((name) => [name, lecturerMessages] as const),
  ['roster.reminded', reminderMessages],
  ['person.merged', mergeMessages],
  ...VISIT_EVENTS.map((name) => [name, visitMessages] as const),
  ...FINDING_EVENTS.map((name) => [name, findingMessages] as const),
]);

const CHUNK = 500;

/**
 * Writes what an event means for people into their inboxes, and hands the same sentence to the mail or SMS adapter
 * where an address is known. Once per event, kind and reader, however often it runs.
 * @returns how many messages were new
 */
export function deliverMessages(ctx: Context, event: EventFacts & { id: string }): Promise<number> {
  return operation(ctx, 'notification.sent', async (op) => {
    const messages = (await MAKERS.get(event.name)?.(op.tx, event)) ?? [];
    let fresh = 0;
    for (let at = 0; at < messages.length; at += CHUNK) fresh += await write(op.tx, event.id, messages.slice(at, at + CHUNK), op.now);
    if (fresh === 0) return op.unchanged(0);
    await op.record({ subject: { type: 'event', id: event.id }, data: { notifications: fresh } });
    return fresh;
  });
}

async function write(tx: Tx, eventId: string, messages: Message[], now: Date): Promise<number> {
  const rows = await tx
    .insert(notification)
    .values(messages.map(({ kind, to, params, link }) => ({ id: newId(), eventId, kind, ...to, params, link, createdAt: now })))
    .onConflictDoNothing()
    .returning();
  const phones = await phonesOf(
    tx,
    rows.flatMap((row) => row.personId ?? []),
  );
  const mails = await mailsOf(
    tx,
    rows.flatMap((row) => row.organisationId ?? []),
  );
  const outgoing = rows.flatMap((row): (typeof outbox.$inferInsert)[] => {
    if (IN_APP_ONLY.includes(row.kind)) return [];
    const body = translate('zh-CN', `notification:body.${row.kind}`, row.params);
    const phone = row.personId && phones.get(row.personId);
    const mail = row.organisationId && mails.get(row.organisationId);
    const base = { id: newId(), notificationId: row.id, body, status: 'waiting' as const, createdAt: now };
    if (phone) return [{ ...base, channel: 'sms', recipientEncrypted: phone.encrypted, recipientMasked: phone.masked }];
    if (mail)
      return [{ ...base, channel: 'mail', recipientEncrypted: encryptField(mail, 'outbox.recipient'), recipientMasked: maskMail(mail) }];
    return [];
  });
  if (outgoing.length > 0) await tx.insert(outbox).values(outgoing).onConflictDoNothing();
  return rows.length;
}

/** Still encrypted: only the adapter reads the number, at the moment of sending. */
async function phonesOf(tx: Tx, ids: string[]): Promise<Map<string, { encrypted: string; masked: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: person.id, encrypted: person.phoneEncrypted, masked: person.phoneMasked })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(rows.flatMap(({ id, encrypted, masked }) => (encrypted ? [[id, { encrypted, masked: masked ?? '' }] as const] : [])));
}

async function mailsOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: organisation.id, mail: organisation.contactEmail })
    .from(organisation)
    .where(inArray(organisation.id, ids));
  return new Map(rows.flatMap(({ id, mail }) => (mail ? [[id, mail] as const] : [])));
}

const maskMail = (mail: string): string => mail.replace(/^(.)[^@]*/, '$1***');
