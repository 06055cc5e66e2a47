import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ROLES } from '../../app/domain/shared/actor';
import { API_SCOPES } from '../../app/domain/shared/api-scopes';
import { allOf, day, id, instant, oneOf } from './columns';
import { organisation } from './organisation';

/** A key with which another system acts for an organisation. The key itself is shown once and kept as a hash. */
export const apiClient = pgTable(
  'api_client',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** The role of the organisation's members whose rights bound the key's. */
    role: text({ enum: ROLES }).notNull(),
    name: text().notNull(),
    /** First signs of the key, to tell one from another. */
    keyPrefix: text().notNull(),
    keyHash: text().notNull(),
    scopes: text({ enum: API_SCOPES }).array().notNull(),
    grantedAt: instant().notNull(),
    grantedBy: uuid().notNull(),
    /** Last valid day. */
    expiresOn: day().notNull(),
    revokedAt: instant(),
    revokedBy: uuid(),
    revokedReason: text(),
    lastUsedAt: instant(),
  },
  (t) => [
    oneOf('api_client_role', t.role, ROLES),
    allOf('api_client_scopes', t.scopes, API_SCOPES),
    uniqueIndex('api_client_key').on(t.keyHash),
    index('api_client_organisation').on(t.organisationId),
  ],
);

/** A write that a client asked for under its idempotency key, with the answer that it got. */
export const apiRequest = pgTable(
  'api_request',
  {
    clientId: uuid()
      .notNull()
      .references(() => apiClient.id),
    idempotencyKey: text().notNull(),
    requestSha256: text().notNull(),
    status: integer(),
    body: jsonb().$type<unknown>(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.idempotencyKey] }), index('api_request_at').on(t.at)],
);
