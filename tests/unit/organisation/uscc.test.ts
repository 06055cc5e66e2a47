import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LegalNature } from '~/domain/organisation/organisation';
import { checkUscc, usccCheckDigit, usccContradicts } from '~/domain/organisation/uscc';

test.each(['91119900MA0DEM0018', '521199005000000019', '121199004000000012', '91110302MA0DEM001N', '11100000000013338W'])(
  'credit code %s is valid',
  (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code });
  },
);

test.each([
  ['91119900MA0DEM0019', 'uscc_invalid'],
  ['91119900MA0DEM001', 'uscc_invalid'],
  ['9111990OMA0DEM0018', 'uscc_invalid'],
  ['91119900MAIDEM0018', 'uscc_invalid'],
  ['91119900MASDEM0018', 'uscc_invalid'],
  ['91119900MAVDEM0018', 'uscc_invalid'],
  ['91119900MAZDEM0018', 'uscc_invalid'],
  [' ', 'field_required'],
])('%s is refused: %s', (code, refusal) => {
  expect(checkUscc(code)).toEqual({ ok: false, code: refusal });
});

test('small letters, spaces and full-width digits are understood', () => {
  expect(checkUscc('９1119900 ma0dem0018')).toEqual({ ok: true, value: '91119900MA0DEM0018' });
});

test('no other last sign than the computed one is accepted', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sign = fc.constantFrom(...alphabet);
  fc.assert(
    fc.property(fc.array(sign, { minLength: 17, maxLength: 17 }), sign, (body, last) => {
      const first17 = body.join('');
      expect(checkUscc(first17 + last).ok).toBe(usccCheckDigit(first17) === last);
    }),
  );
});

test.each<[string, LegalNature, boolean]>([
  ['91119900MA0DEM0018', 'enterprise', false],
  ['91119900MA0DEM0018', 'public_institution', true],
  ['521199005000000019', 'social_service_org', false],
  ['121199004000000012', 'enterprise', true],
  ['11100000000013338W', 'other', false],
])('%s declared as %s is worth a warning: %s', (code, nature, warns) => {
  expect(usccContradicts(code, nature)).toBe(warns);
});
