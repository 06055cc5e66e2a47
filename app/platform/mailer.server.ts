import { env } from './env.server';
import { logger } from './logger.server';

export interface OutgoingMessage {
  channel: 'sms' | 'mail';
  recipient: string;
  body: string;
}

/** What hands a message to the outside world; throws where that failed, and the outbox tries again. */
export interface MessageCarrier {
  readonly name: string;
  send(message: OutgoingMessage): Promise<void>;
}

/** The demo's carrier: the message is kept in the outbox and leaves the machine nowhere. */
const keptHere: MessageCarrier = { name: 'kept', send: async () => {} };

/** Posts each message as JSON to the gateway that the operator runs (MESSAGE_GATEWAY_URL). */
export function gatewayCarrier(url: string): MessageCarrier {
  return {
    name: 'gateway',
    async send(message) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new Error(`the message gateway answered ${answer.status}`);
    },
  };
}

/** undefined = no gateway is set and this is no demo: messages wait in the outbox. */
export function messageCarrier(): MessageCarrier | undefined {
  if (env.messageGatewayUrl) return gatewayCarrier(env.messageGatewayUrl);
  if (env.demo) return keptHere;
  logger.debug('no message gateway is set: the outbox waits');
  return undefined;
}
