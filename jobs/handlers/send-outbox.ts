import { sendOutbox } from '~/domain/notification/send-outbox.server';
import { messageCarrier } from '~/platform/mailer.server';
import type { Handler } from './handler';

export const sendOutboxJob: Handler = async ({ ctx }) => {
  const carrier = messageCarrier();
  if (!carrier) return 'no message gateway is set';
  let total = 0;
  for (let sent = 1; sent > 0; total += sent) sent = await sendOutbox(ctx, carrier);
  return `${total} messages handed over`;
};
