import type { TestProject } from 'vitest/node';
import { LOGIN, migratedDatabase, sealTemplate, startRedis, startTestPostgres, TEMPLATE, temporaryFolder } from './servers';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of each worker's superuser, who clones the template. */
    adminUrls: string[];
    template: string;
    login: { user: string; password: string };
    redisUrl: string;
  }
}

/**
 * Once per run: a real Redis, and for each test worker a real Postgres with a migrated template database. Not one for all:
 * a transaction open in any database of a server holds back the dispatcher in all of them.
 */
export default async function setup(project: TestProject) {
  const workers = Number(project.config.maxWorkers);
  const redis = await startRedis();
  const servers = await Promise.all(
    Array.from({ length: workers }, async () => {
      const place = temporaryFolder();
      const server = await startTestPostgres(place);
      await migratedDatabase(server, TEMPLATE);
      await sealTemplate(server.url('postgres'));
      return { ...place, server };
    }),
  );
  project.provide(
    'adminUrls',
    servers.map(({ server }) => server.url('postgres')),
  );
  project.provide('template', TEMPLATE);
  project.provide('login', LOGIN);
  project.provide('redisUrl', redis.url);
  return async () => {
    await redis.stop();
    for (const { server, remove } of servers) {
      await server.stop();
      remove();
    }
  };
}
