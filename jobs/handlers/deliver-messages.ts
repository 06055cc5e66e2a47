import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import type { Handler } from './handler';

export const deliverMessagesJob: Handler = async ({ ctx, event }) => (event ? `${await deliverMessages(ctx, event)} messages` : 'no event');
