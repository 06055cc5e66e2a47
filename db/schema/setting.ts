import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Numbers that the city may change; what has no row here is the default of app/domain/shared/settings.ts. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: integer().notNull(),
  changedAt: instant().notNull(),
  changedBy: uuid(),
});
