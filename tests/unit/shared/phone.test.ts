import { expect, test } from 'vitest';
import { checkContactPhone, checkPhone, maskPhone } from '~/domain/shared/phone';

test.each([
  ['13800000000', '13800000000'],
  ['138 0000-0000', '13800000000'],
  ['+86 138 0000 0000', '13800000000'],
  ['0086-13800000000', '13800000000'],
  ['8613800000000', '13800000000'],
  ['１３８００００００００', '13800000000'],
])('mobile "%s" is read as %s', (raw, value) => {
  expect(checkPhone(raw)).toEqual({ ok: true, value });
});

test.each([
  ['', 'field_required'],
  ['12800000000', 'phone_invalid'],
  ['1380000000', 'phone_invalid'],
  ['138000000000', 'phone_invalid'],
  ['010-65550100', 'phone_invalid'],
  ['1380000000a', 'phone_invalid'],
])('"%s" is no mobile number: %s', (raw, code) => {
  expect(checkPhone(raw)).toEqual({ ok: false, code });
});

test.each([
  ['010-65550100', '010-65550100'],
  ['(010) 65550100', '010-65550100'],
  ['65550100-8', '65550100-8'],
  ['01065550100', '01065550100'],
  ['138-0000-0000', '13800000000'],
])('an organisation may be called on "%s"', (raw, value) => {
  expect(checkContactPhone(raw)).toEqual({ ok: true, value });
});

test.each(['110', '010-6555', '010-65550100-', 'call me'])('"%s" is no contact number', (raw) => {
  expect(checkContactPhone(raw)).toEqual({ ok: false, code: 'contact_phone_invalid' });
});

test('a masked number keeps too little to call it', () => {
  expect(maskPhone('13800000000')).toBe('138****0000');
  expect(maskPhone('010-65550178')).toBe('***-******78');
});
