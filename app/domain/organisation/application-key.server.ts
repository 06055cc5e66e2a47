import { equalInConstantTime, keyedHash } from '~/platform/crypto.server';
import { isId } from '../shared/id';

const signature = (id: string): string => keyedHash(id, 'application').slice(0, 22);

/** Opens one application without signing in: its id and a signature, so that knowing the id is not enough. */
export const applicationKey = (organisationId: string): string => `${organisationId}.${signature(organisationId)}`;

/** @returns the organisation's id, or null for a key that we did not make */
export function readApplicationKey(key: string): string | null {
  const [id = '', signed = ''] = key.split('.');
  return isId(id) && equalInConstantTime(signed, signature(id)) ? id : null;
}
