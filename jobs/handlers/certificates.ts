import { remindExpiring } from '~/domain/certificate/remind-expiring.server';
import { screenWaiting } from '~/domain/certificate/screen-waiting.server';
import type { Handler } from './handler';

/** Batch after batch until none is left; each commits by itself. */
const untilNone = async (one: () => Promise<number>): Promise<number> => {
  let total = 0;
  for (let done = await one(); done > 0; done = await one()) total += done;
  return total;
};

export const screenCertificatesJob: Handler = async ({ ctx }) => `${await untilNone(() => screenWaiting(ctx))} certificates screened`;

export const remindCertificatesJob: Handler = async ({ ctx }) =>
  `${await untilNone(() => remindExpiring(ctx))} certificates near their end`;
