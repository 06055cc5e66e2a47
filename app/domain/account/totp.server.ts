import { Secret, TOTP } from 'otpauth';
import { decryptField, encryptField } from '~/platform/crypto.server';

const PERIOD_SECONDS = 30;

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const FIELD = 'account.totp_secret';
export const sealTotpSecret = (secret: string): string => encryptField(secret, FIELD);
export const openTotpSecret = (stored: string): string => decryptField(stored, FIELD);

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: '育培 Yupei', label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS });

/** What an authenticator reads from the QR code. */
export const totpAddress = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step that a code belongs to: the present one or a neighbour (clocks differ); null when it fits none. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

export const totpCode = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() });
