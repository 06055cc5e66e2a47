import { countCharacters } from './text';

export const PASSWORD_REFUSALS = [
  'password_too_short',
  'password_too_long',
  'password_too_simple',
  'password_common',
  'password_contains_account',
] as const;
export type PasswordRefusal = (typeof PASSWORD_REFUSALS)[number];

export const PASSWORD_MIN_LENGTH = 10;
/** Argon2id reads all of it; the limit keeps a megabyte of text from being hashed. */
export const PASSWORD_MAX_LENGTH = 128;

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

// Stems of the passwords that people choose when a rule asks for letters, digits and a sign.
const WEAK_STEMS = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'qazwsx',
  '1qaz2wsx',
  'asdfgh',
  'zxcvbn',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'woaini',
  'beijing',
  'tuoyu',
  'yupei',
  'yuying',
  'changeme',
  'abc123',
  'abcd1234',
  'a1b2c3d4',
];
const SEQUENCES = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

const runs = (line: string, length: number): string[] =>
  Array.from({ length: line.length - length + 1 }, (_, at) => line.slice(at, at + length));

const STEMS = [...WEAK_STEMS, ...SEQUENCES.flatMap((line) => runs(line, 6))];

/** A usual stem with fewer than six signs of one's own around it, or hardly any different signs at all. */
const isWeak = (password: string): boolean => {
  if (new Set(password).size < 6) return true;
  const text = password.toLowerCase().replace(/[^a-z0-9@]/g, '');
  const rest = STEMS.reduce((left, stem) => left.replaceAll(stem, ''), text);
  return rest !== text && rest.length < 6;
};

/** Ten signs of three kinds, none of the usual ones, not the own user name or phone. Null when it is good. */
export const checkPassword = (password: string, own: { username?: string | null; phone?: string | null } = {}): PasswordRefusal | null => {
  const length = countCharacters(password);
  if (length < PASSWORD_MIN_LENGTH) return 'password_too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'password_too_long';
  if (CLASSES.filter((kind) => kind.test(password)).length < 3) return 'password_too_simple';
  const lower = password.toLowerCase();
  const names = [own.username, own.phone].filter((name): name is string => typeof name === 'string' && name.length >= 3);
  if (names.some((name) => lower.includes(name.toLowerCase()))) return 'password_contains_account';
  return isWeak(password) ? 'password_common' : null;
};
