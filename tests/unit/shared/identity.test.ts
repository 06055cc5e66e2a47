import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdentity, type IdType, identityCheckDigit, identityHashInput, maskIdentity } from '~/domain/shared/identity';
import { addDays } from '~/domain/shared/period';

const TODAY = '2026-11-23';
const complete = (first17: string): string => first17 + identityCheckDigit(first17);

test.each([
  ['11010519491231002X', '1949-12-31', 'female'],
  ['119900199003070017', '1990-03-07', 'male'],
  ['119900198511212048', '1985-11-21', 'female'],
  ['11990019900307005X', '1990-03-07', 'male'],
  ['119900199305050214', '1993-05-05', 'male'],
])('resident number %s is valid and tells birth and gender', (raw, bornOn, gender) => {
  expect(checkIdentity('resident_id', raw, TODAY)).toEqual({ ok: true, value: raw, bornOn, gender });
});

test.each<[IdType, string, string, string]>([
  ['resident_id', '119900199003070018', 'id_check_digit', 'wrong check digit'],
  ['resident_id', '119900200102290010', 'id_birth_date', '29 February 2001 with a right check digit'],
  ['resident_id', complete('11990019901301001'), 'id_birth_date', 'a thirteenth month'],
  ['resident_id', complete('11990020261124001'), 'id_future', 'born tomorrow'],
  ['resident_id', '119900900307001', 'id_fifteen', 'a number of the first generation'],
  ['resident_id', '900307001', 'id_format', 'a fragment'],
  ['resident_id', complete('91990019900307001'), 'id_format', 'an area that begins with 9'],
  ['resident_id', '1199001990030700A7', 'id_format', 'a letter inside'],
  ['resident_id', '   ', 'field_required', 'nothing'],
  ['residence_permit', '119900199003070017', 'id_format', 'a resident number as residence permit'],
  ['foreign_permanent', '911998401199001017', 'id_check_digit', 'wrong check digit of a 2023 card'],
  ['foreign_permanent', '811998401199001016', 'id_format', 'does not begin with 9'],
  ['hk_macao_permit', 'K12345678', 'id_format', 'neither H nor M'],
  ['taiwan_permit', '1234567', 'id_format', 'seven digits'],
  ['passport', 'E123', 'id_format', 'too short'],
])('%s %s is refused as %s: %s', (type, raw, code) => {
  expect(checkIdentity(type, raw, TODAY)).toEqual({ ok: false, code });
});

test.each<[IdType, string]>([
  ['residence_permit', '810000199202100037'],
  ['residence_permit', '830000198809090022'],
  ['foreign_permanent', '911998401199001016'],
  ['foreign_permanent', 'ABC123456789012'],
  ['hk_macao_permit', 'H12345678'],
  ['hk_macao_permit', 'M1234567801'],
  ['taiwan_permit', '12345678'],
  ['taiwan_permit', '1234567890A'],
  ['passport', 'E12345678'],
])('%s %s is accepted', (type, raw) => {
  expect(checkIdentity(type, raw, TODAY)).toMatchObject({ ok: true, value: raw });
});

test('the birth inside a foreign permanent resident number is not read', () => {
  expect(checkIdentity('foreign_permanent', '911998401199001016', TODAY)).toEqual({ ok: true, value: '911998401199001016' });
});

test('full-width digits, spaces and a small x are understood', () => {
  expect(checkIdentity('resident_id', ' １１９９００ 19900307 005x ', TODAY)).toMatchObject({ ok: true, value: '11990019900307005X' });
});

test('area codes that no longer exist stay valid', () => {
  expect(checkIdentity('resident_id', complete('11010319900307001'), TODAY)).toMatchObject({ ok: true });
});

describe('any resident number', () => {
  const first17 = fc
    .tuple(fc.integer({ min: 0, max: 44_000 }), fc.integer({ min: 0, max: 999 }))
    .map(([days, seq]) => `119900${addDays('1905-01-01', days).replaceAll('-', '')}${String(seq).padStart(3, '0')}`);

  test('is valid with its check digit and with no other', () => {
    fc.assert(
      fc.property(first17, fc.constantFrom(...'0123456789X'), (body, digit) => {
        const right = identityCheckDigit(body) === digit;
        expect(checkIdentity('resident_id', body + digit, TODAY).ok).toBe(right);
      }),
    );
  });

  test('is refused when one digit of the body is mistyped', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const other = (Number(body.charAt(at)) + shift) % 10;
        const mistyped = body.slice(0, at) + other + body.slice(at + 1) + identityCheckDigit(body);
        expect(checkIdentity('resident_id', mistyped, TODAY).ok).toBe(false);
      }),
    );
  });
});

describe('the space of the keyed hash', () => {
  test('18-digit numbers are one person whatever type was chosen', () => {
    const types: IdType[] = ['resident_id', 'residence_permit', 'foreign_permanent', 'passport'];
    expect(new Set(types.map((type) => identityHashInput(type, '810000199202100037'))).size).toBe(1);
  });

  test('shorter numbers are told apart by type', () => {
    expect(identityHashInput('taiwan_permit', '12345678')).not.toBe(identityHashInput('passport', '12345678'));
  });
});

test.each([
  ['11010519491231002X', '110105********002X'],
  ['E12345678', 'E1*****78'],
  ['1234', '****'],
])('%s is shown as %s', (value, masked) => {
  expect(maskIdentity(value)).toBe(masked);
});
