import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  schemaFilter: ['public'], // BullMQ keeps its own tables in the schema "bullmq"
  dbCredentials: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? 'postgres://yupei@127.0.0.1:5432/yupei' },
  strict: true,
  verbose: true,
});
