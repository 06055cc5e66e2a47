import demo from '#db/seed/demo-accounts.json';
import { env } from '~/platform/env.server';

/** The demo's accounts with their password and code, for the sign-in page; null where real people sign in. */
export const demoAccounts = () =>
  env.demo
    ? {
        password: demo.password,
        secondFactorCode: demo.secondFactorCode,
        accounts: demo.accounts.map(({ userName, zh, en, secondFactor }) => ({ userName, zh, en, secondFactor })),
      }
    : null;

/** Demo accounts have a published code that works again and again; outside a demo there is none. */
export const demoCode = (account: { isDemo: boolean }): string | null => (env.demo && account.isDemo ? demo.secondFactorCode : null);
