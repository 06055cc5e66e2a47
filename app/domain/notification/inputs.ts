import { z } from 'zod';
import { OUTBOX_STATUSES } from './notification';

const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** State of the outbox and of an inbox, in the address. */
export const outboxSearch = z.object({ page, status: z.enum(OUTBOX_STATUSES).optional().catch(undefined) });
export const inboxSearch = z.object({ page, unread: z.enum(['1']).optional().catch(undefined) });
