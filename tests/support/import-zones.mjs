// Who may import whom (README, "who may import whom"), as rules for dependency-cruiser.
// A concept may use those on its left; excel and notification stand beside shared.
const CONCEPTS = [
  'shared',
  'excel|notification',
  'account',
  'organisation',
  'person',
  'certificate',
  'lecturer',
  'course',
  'training-class',
  'enrolment',
  'attendance',
  'completion',
  'evaluation',
  'health-care',
  'talent',
  'rate',
  'goal',
  'report',
];
const DOMAIN = '^app/domain/';
const SERVER_FILE = '\\.server\\.tsx?$';
const TESTS = '^tests/';

/**
 * @param {string} name
 * @param {string} comment
 * @param {Record<string, unknown>} from
 * @param {Record<string, unknown>} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to });

const conceptOrder = CONCEPTS.slice(0, -1).map((concept, at) =>
  forbid(
    `concept-order-${concept.replace('|', '-')}`,
    `${concept} may not use the concepts on its right`,
    { path: `${DOMAIN}(${concept})/` },
    { path: `${DOMAIN}(${CONCEPTS.slice(at + 1).join('|')})/` },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycles', 'two files that need each other are one, or hide a third', {}, { circular: true }),
    forbid('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
    forbid('no-tests', 'the product does not import its tests', { pathNot: TESTS }, { path: TESTS }),
    forbid('app-not-jobs', 'an operation writes an event; the dispatcher makes jobs of it', { path: '^app/' }, { path: '^jobs/' }),
    forbid('doors-not-db', 'doors call operations and queries, no SQL', { path: '^app/(routes|ui|i18n|root|entry)' }, { path: '^db/' }),
    forbid(
      'doors-not-orm',
      'doors call operations and queries, no SQL',
      { path: '^app/(routes|ui|web)' },
      { path: '/(drizzle-orm|postgres|pg)/' },
    ),
    forbid(
      'ui-in-browser',
      'components run in the browser',
      { path: '^app/ui/' },
      { path: [SERVER_FILE, '^app/(routes|server|platform)/', '/inputs\\.ts$'] },
    ),
    forbid(
      'pure-rules',
      'a file without .server is pure: only other pure files, and zod in inputs.ts',
      { path: DOMAIN, pathNot: [SERVER_FILE, '/inputs\\.ts$', '/shared/id\\.ts$'] },
      { pathNot: '^app/(domain|i18n)/' },
    ),
    forbid(
      'pure-inputs',
      'input schemas use zod and nothing else',
      { path: `${DOMAIN}.*/inputs\\.ts$` },
      { pathNot: ['^app/(domain|i18n)/', '/zod/'] },
    ),
    forbid('pure-not-server', 'a pure file runs in the browser', { path: DOMAIN, pathNot: SERVER_FILE }, { path: SERVER_FILE }),
    forbid('domain-below-doors', 'arrows point down', { path: DOMAIN }, { path: '^app/(routes|web|ui|server|root|entry)' }),
    ...conceptOrder,
    forbid('i18n-is-a-leaf', 'words know nobody', { path: '^app/i18n/' }, { path: ['^app/(?!i18n/|domain/)', '^(db|jobs)/', SERVER_FILE] }),
    // A list of codes as a type makes a missing word a compile error; nothing of it is left when the program runs.
    forbid('i18n-types-only', 'words know nobody', { path: '^app/i18n/' }, { path: DOMAIN, dependencyTypesNot: ['type-only'] }),
    forbid(
      'platform-is-a-tool',
      'the outside world knows no concept',
      { path: '^app/platform/' },
      { path: ['^app/(?!platform/)', '^(db|jobs)/'] },
    ),
    forbid('web-below-routes', 'arrows point down', { path: '^app/web/' }, { path: '^app/(routes|server)/' }),
    forbid(
      'schema-not-server',
      'drizzle-kit reads the schema: pure lists and drizzle only',
      { path: '^db/schema/' },
      { path: SERVER_FILE },
    ),
    forbid(
      'schema-imports',
      'drizzle-kit reads the schema: pure lists and drizzle only',
      { path: '^db/schema/' },
      { pathNot: ['^db/schema/', DOMAIN, '/drizzle-orm/'] },
    ),
    forbid(
      'db-is-a-tool',
      'arrows point down',
      { path: '^db/', pathNot: '^db/(seed|schema)/' },
      { path: ['^jobs/', '^app/(?!platform/)'] },
    ),
    forbid('seed-is-no-door', 'seeds call operations', { path: '^db/seed/' }, { path: ['^jobs/', '^app/(routes|web|ui|server)/'] }),
    forbid('jobs-are-doors', 'a job knows operations, not pages', { path: '^jobs/' }, { path: '^app/(routes|web|ui|server|root|entry)' }),
    forbid(
      'handlers-call-operations',
      'a handler calls one operation, no SQL',
      { path: '^jobs/handlers/' },
      { path: ['^db/', '/(drizzle-orm|postgres|pg)/'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'lucia-behind-one-file',
      'replacing it is one file',
      { pathNot: '^app/domain/account/session\\.server\\.ts$' },
      { path: '/(@?lucia[^/]*)/' },
    ),
    forbid(
      'queue-behind-one-file',
      'one module chooses the store',
      { pathNot: ['^jobs/queue\\.ts$', TESTS] },
      { path: '/(bullmq|ioredis)/' },
    ),
    forbid(
      'no-build-tools-at-run-time',
      'what runs is in dependencies',
      { path: '^(app|db|jobs)/', pathNot: ['^app/routes\\.ts$', '^app/server/(dev|vite\\.config)\\.ts$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules/\\.)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
