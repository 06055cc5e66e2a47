import { index, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CHANNELS, NOTIFICATION_KINDS, OUTBOX_STATUSES } from '../../app/domain/notification/notification';
import { id, instant, oneOf } from './columns';
import { organisation } from './organisation';
import { person } from './person';

/** One message to one person, or to the staff of one organisation. Words come from i18n at reading time. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    eventId: uuid().notNull(),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    personId: uuid().references(() => person.id),
    organisationId: uuid().references(() => organisation.id),
    params: jsonb().$type<Record<string, string | number>>().notNull(),
    /** Path inside the product that the message is about. */
    link: text(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    oneOf('notification_kind', t.kind, NOTIFICATION_KINDS),
    unique('notification_once').on(t.eventId, t.kind, t.personId, t.organisationId).nullsNotDistinct(),
    index('notification_person').on(t.personId, t.createdAt),
    index('notification_organisation').on(t.organisationId, t.createdAt),
  ],
);

/** What was handed to the mail or SMS adapter. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    notificationId: uuid()
      .notNull()
      .references(() => notification.id),
    channel: text({ enum: CHANNELS }).notNull(),
    recipientEncrypted: text().notNull(),
    recipientMasked: text().notNull(),
    body: text().notNull(),
    status: text({ enum: OUTBOX_STATUSES }).notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    error: text(),
  },
  (t) => [
    oneOf('outbox_channel', t.channel, CHANNELS),
    oneOf('outbox_status', t.status, OUTBOX_STATUSES),
    uniqueIndex('outbox_once').on(t.notificationId, t.channel),
    index('outbox_waiting').on(t.status, t.createdAt),
  ],
);
