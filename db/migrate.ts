import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any fixed number: one migrator at a time, whichever process starts first. */
const ADVISORY_LOCK = 727_001;

/**
 * Brings the database up to date as its owner, and lets the program's login act as `yupei_app`, the role that the
 * migrations give rights to. Both addresses may be the same login; the program then takes the lesser role by itself.
 */
export async function migrateDatabase(
  ownerUrl: string,
  programUrl = ownerUrl,
  folder = path.resolve('db/migrations'),
): Promise<{ applied: number }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'yupei-migrate' } });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    const count = async () => {
      const [row] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
      if (!row?.known) return 0;
      const [done] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
      return Number(done?.n);
    };
    const before = await count();
    await migrate(drizzle(sql), { migrationsFolder: folder });
    const login = decodeURIComponent(new URL(programUrl).username);
    const [owner] = await sql`select current_user as name`;
    if (login && login !== owner?.name) await sql`grant yupei_app to ${sql(login)}`;
    return { applied: (await count()) - before };
  } finally {
    await sql.end();
  }
}
