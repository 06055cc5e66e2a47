import { encryptField, keyedHash } from '~/platform/crypto.server';
import { type IdType, identityHashInput, maskIdentity, normaliseIdentity } from './identity';
import { maskPhone, normalisePhone } from './phone';

/** What an identity number is looked up by, whatever document type was chosen for it. */
export const identityHash = (type: IdType, number: string): string =>
  keyedHash(identityHashInput(type, normaliseIdentity(number)), 'id_number');

export const phoneHash = (phone: string): string => keyedHash(normalisePhone(phone), 'phone');

/** The columns that an identity number is stored in: encrypted, hashed, masked. */
export function sealIdentity(type: IdType, number: string) {
  const value = normaliseIdentity(number);
  return {
    idType: type,
    idNumberEncrypted: encryptField(value, 'person.id_number'),
    idNumberHash: identityHash(type, value),
    idNumberMasked: maskIdentity(value),
  };
}

/** The columns that a mobile number is stored in; the same number has one hash on persons and on accounts. */
export function sealPhone(phone: string, field: 'person.phone' | 'account.phone') {
  const value = normalisePhone(phone);
  return { phoneEncrypted: encryptField(value, field), phoneHash: phoneHash(value), phoneMasked: maskPhone(value) };
}
