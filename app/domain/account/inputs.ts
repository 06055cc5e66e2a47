import { z } from 'zod';
import { ROLES } from '../shared/actor';
import { checkbox } from '../shared/inputs';
import { PASSWORD_MAX_LENGTH } from '../shared/password';
import { ACCOUNT_STATUSES } from './account';

/** A password as it is typed to sign in: any, as long as it can be hashed. */
const typedPassword = z.string().min(1).max(1000);

export const signInInput = z.object({ login: z.string().min(1).max(100), password: typedPassword });

export const secondFactorInput = z.object({
  totpCode: z
    .string()
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'wrong_code')),
});
export const recoveryInput = z.object({ recoveryCode: z.string().min(1).max(60) });
export const currentPasswordInput = z.object({ currentPassword: typedPassword });

/** A new password, typed twice; the rules of the house are the operation's, except its length. */
export const newPasswordFields = {
  newPassword: z.string().min(1).max(PASSWORD_MAX_LENGTH, 'password_too_long'),
  repeatPassword: z.string().max(1000),
};
export const repeatsPassword = (input: { newPassword: string; repeatPassword: string }): boolean =>
  input.newPassword === input.repeatPassword;
export const PASSWORD_MISMATCH = {
  error: 'password_mismatch',
  path: ['repeatPassword'],
  when: () => true,
};

export const changePasswordInput = z
  .object({ currentPassword: typedPassword, ...newPasswordFields, privacy: checkbox })
  .refine(repeatsPassword, PASSWORD_MISMATCH);

export const accountSearch = z.object({
  q: z.string().max(100).catch(''),
  role: z.enum(ROLES).optional().catch(undefined),
  status: z.enum(ACCOUNT_STATUSES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
