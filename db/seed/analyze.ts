import postgres from 'postgres';
import { env } from '~/platform/env.server';

/** Fresh statistics, as the owner of the tables: after so many rows at once the planner would guess for minutes. */
export async function analyze(): Promise<void> {
  const owner = postgres(env.databaseOwnerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`analyze`;
  } finally {
    await owner.end();
  }
}
