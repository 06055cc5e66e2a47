import { env } from '~/platform/env.server';
import { listAccounts } from '../../account/account-list.server';
import { accountSearch } from '../../account/inputs';
import { listImports } from '../../excel/import-queries.server';
import { importListSearch } from '../../excel/inputs';
import { jobRunSearch } from '../../job/inputs';
import { listJobRuns } from '../../job/queries.server';
import { inboxSearch, outboxSearch } from '../../notification/inputs';
import { listInbox, listOutbox } from '../../notification/queries.server';
import { countEvents, eventFilterOf, type LoggedEvent, listEvents } from '../../shared/event-queries.server';
import { eventSearch } from '../../shared/inputs';
import { defineList } from '../export-list.server';
import { afterEach, inPages } from '../rows-in-pages.server';

export const ADMINISTRATION_LISTS = {
  accounts: defineList({
    open: 'account.administer',
    search: accountSearch,
    title: 'account:admin.title',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listAccounts(actor, filter, page)),
    columns: ({ text, date, coded, word }) => [
      text('account:field.displayName', (row) => row.name, 16),
      text('organisation:page.login', (row) => [row.username, row.phoneMasked].filter(Boolean).join(' · '), 28),
      text(
        'account:admin.roles',
        (row) =>
          row.roles.map((held) => `${coded('common:role', held.role)} · ${held.organisation}`).join('；') || word('account:admin.noRoles'),
        40,
      ),
      text('account:field.status', (row) => coded('account:status', row.status), 12),
      text('organisation:page.secondFactor', (row) => word(row.secondFactorSince ? 'organisation:page.on' : 'organisation:page.off'), 12),
      date('account:admin.createdAt', (row) => row.createdAt),
    ],
  }),
  'job-runs': defineList({
    open: 'job.administer',
    search: jobRunSearch,
    title: 'jobs:console.runs',
    find: (_actor, { outcome }) => inPages((page) => listJobRuns({ outcome }, page)),
    columns: ({ text, number, moment, coded }) => [
      text('jobs:console.job', (row) => row.jobName, 28),
      moment('jobs:console.startedAt', (row) => row.startedAt),
      number('jobs:console.attempt', (row) => row.attempt, 8),
      text('jobs:console.result', (row) => coded('jobs:outcome', row.outcome), 12),
      text('jobs:console.note', (row) => row.note, 48),
    ],
  }),
  imports: defineList({
    open: 'import.manage',
    search: importListSearch,
    title: 'import:list.title',
    find: (actor, filter) => inPages((page) => listImports(actor, filter, page)),
    columns: ({ text, number, moment, coded }) => [
      text('import:list.file', (row) => row.fileName, 32),
      text('import:list.kind', (row) => coded('import:kind', row.kind), 18),
      text('import:list.status', (row) => coded('import:status', row.status), 12),
      number('import:outcome.new', (row) => row.counts.new ?? 0, 8),
      number('import:outcome.changed', (row) => row.counts.changed ?? 0, 8),
      number('import:outcome.same', (row) => row.counts.same ?? 0, 8),
      number('import:outcome.conflict', (row) => row.counts.conflict ?? 0, 8),
      number('import:outcome.error', (row) => row.counts.error ?? 0, 8),
      text('import:list.by', (row) => row.by, 12),
      moment('import:list.uploadedAt', (row) => row.uploadedAt),
    ],
  }),
  outbox: defineList({
    open: 'outbox.read',
    search: outboxSearch,
    title: 'jobs:outbox.title',
    find: (_actor, { status }) => inPages((page) => listOutbox({ ...page, status })),
    columns: ({ text, moment, coded, word }) => [
      moment('jobs:outbox.createdAt', (row) => row.createdAt),
      text('jobs:outbox.channel', (row) => coded('notification:channel', row.channel), 10),
      text('jobs:outbox.recipient', (row) => row.recipientMasked),
      // As on the page: a system administrator sees no business data.
      text('jobs:outbox.body', (row) => (env.demo ? row.body : word('jobs:outbox.bodyHidden')), 60),
      text('jobs:outbox.status', (row) => coded('jobs:outboxStatus', row.status), 12),
      moment('jobs:outbox.sentAt', (row) => row.sentAt),
    ],
  }),
  events: defineList({
    open: 'event.read',
    search: eventSearch,
    title: 'jobs:audit.title',
    find: async (_actor, search) => {
      const filter = eventFilterOf(search);
      // What is written from now on, this export's own record too, is not part of it.
      const [newest] = await listEvents(filter, { limit: 1 });
      const end = newest ? newest.seq + 1 : 0;
      return {
        total: newest ? await countEvents(filter, end) : 0,
        rows: afterEach<LoggedEvent>((last, limit) => listEvents(filter, { limit, before: last?.seq ?? end })),
      };
    },
    columns: ({ text, number, moment, coded }) => [
      number('jobs:audit.seq', (row) => row.seq),
      moment('jobs:audit.at', (row) => row.at),
      text('jobs:audit.name', (row) => row.name, 26),
      text('jobs:audit.who', (row) => [row.actorName ?? row.actor, coded('common:role', row.actorRole)].filter(Boolean).join(' · '), 28),
      text('organisation:field.name', (row) => row.organisationName, 28),
      text('jobs:audit.what', (row) => `${row.subjectType} ${row.subjectId}`, 46),
      text('jobs:audit.data', (row) => JSON.stringify(row.data), 60),
    ],
  }),
  inbox: defineList({
    open: 'signed in',
    search: inboxSearch,
    title: 'notification:inbox.title',
    find: (actor, { unread }) => inPages((page) => listInbox(actor, { ...page, unreadOnly: unread === '1' })),
    columns: ({ text, moment, word }) => [
      moment('notification:export.at', (row) => row.createdAt),
      text('notification:export.title', (row) => word(`notification:title.${row.kind}`), 28),
      text('notification:export.body', (row) => word(`notification:body.${row.kind}`, row.params), 80),
      moment('notification:export.readAt', (row) => row.readAt),
    ],
  }),
};
