import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the OWASP minimum of 19 MiB and two passes; `2` is Argon2id in the library's const enum. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);
export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password, ARGON2ID);
