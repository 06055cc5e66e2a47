import type { Tx } from '#db/client';
import { person } from '#db/schema';
import { beijingInstant } from '~/domain/shared/period';
import { sealIdentity, sealPhone } from '~/domain/shared/secrets.server';
import { syntheticBirth, syntheticIdentity, syntheticName, syntheticPhone } from '../builders/synthetic';
import { insertRows } from '../insert-rows';
import { scaleId } from './ids';

const CHUNK = 10_000;
const CREATED = beijingInstant('2022-10-01', '09:00');

interface Crowd {
  run: number;
  /** The first and the one after the last. */
  from: number;
  until: number;
  /** What the first one's identity number and phone are made of; the demo's and the builders' people have lower ones. */
  number: number;
}

/** People of a run, sealed as the product seals them. */
export async function addPeople(tx: Tx, { run, from, until, number }: Crowd): Promise<void> {
  for (let at = from; at < until; at += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, until - at) }, (_, nth) => {
      const n = number + at - from + nth;
      return {
        id: scaleId('person', run, at + nth),
        name: syntheticName(n),
        ...sealIdentity('resident_id', syntheticIdentity(n)),
        ...sealPhone(syntheticPhone(n), 'person.phone'),
        gender: 'female' as const,
        bornOn: syntheticBirth(n),
        createdAt: CREATED,
        isDemo: true,
      };
    });
    await insertRows(tx, person, rows);
  }
}
