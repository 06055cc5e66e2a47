import { expect, test } from 'vitest';
import { checkPassword } from '~/domain/shared/password';

test.each([
  ['Short1!', 'password_too_short'],
  ['Ab1!'.repeat(40), 'password_too_long'],
  ['onlylowercaseletters', 'password_too_simple'],
  ['lowerand12345', 'password_too_simple'],
  ['Password123!', 'password_common'],
  ['P@ssw0rd2024', 'password_common'],
  ['Qwerty12345!', 'password_common'],
  ['Abcdef123456!', 'password_common'],
  ['Beijing2024!', 'password_common'],
  ['Aa1!Aa1!Aa1!', 'password_common'],
])('%s is refused: %s', (password, code) => {
  expect(checkPassword(password)).toBe(code);
});

test.each(['river-Stone-47-lamp', 'Chaoyang的小树苗8', 'mT9#qv!zLw2r'])('%s is good enough', (password) => {
  expect(checkPassword(password)).toBeNull();
});

test('the own user name and phone may not be part of it', () => {
  expect(checkPassword('xx-WangFang-2931', { username: 'wangfang' })).toBe('password_contains_account');
  expect(checkPassword('Tel13800000000!', { phone: '13800000000' })).toBe('password_contains_account');
  expect(checkPassword('river-Stone-47-lamp', { username: '', phone: null })).toBeNull();
});
