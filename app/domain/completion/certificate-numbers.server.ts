import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificateCounter } from '#db/schema';
import { certificateNumber } from './completion';

type Letter = Parameters<typeof certificateNumber>[0];

/** Takes the next `count` of a counter. @returns the first of them; the row stays locked until the transaction ends */
export async function takeSequence(tx: Tx, letter: string, districtCode: string | null, year: number, count: number): Promise<number> {
  const [counter] = await tx
    .insert(certificateCounter)
    .values({ letter, districtCode: districtCode ?? '110000', year, last: count })
    .onConflictDoUpdate({
      target: [certificateCounter.letter, certificateCounter.districtCode, certificateCounter.year],
      set: { last: sql`${certificateCounter.last} + ${count}` },
    })
    .returning({ last: certificateCounter.last });
  return (counter?.last ?? count) - count + 1;
}

/**
 * Takes the next numbers, one per letter given, from the counters of a district and year. They are taken in order of
 * their letters, so two closings cannot block each other.
 */
export async function takeCertificateNumbers(
  tx: Tx,
  letters: readonly Letter[],
  districtCode: string | null,
  year: number,
): Promise<string[]> {
  const next = new Map<Letter, number>();
  for (const letter of [...new Set(letters)].sort()) {
    const wanted = letters.filter((other) => other === letter).length;
    next.set(letter, await takeSequence(tx, letter, districtCode, year, wanted));
  }
  return letters.map((letter) => {
    const seq = next.get(letter) ?? 1;
    next.set(letter, seq + 1);
    return certificateNumber(letter, districtCode, year, seq);
  });
}
