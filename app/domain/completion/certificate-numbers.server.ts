import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificateCounter } from '#db/schema';
import { certificateNumber } from './completion';

type Letter = Parameters<typeof certificateNumber>[0];

/**
 * Takes the next numbers, one per letter given, from the counters of a district and year. Each counter's row stays
 * locked until the transaction ends; they are taken in order of their letters, so two closings cannot block each other.
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
    const [counter] = await tx
      .insert(certificateCounter)
      .values({ letter, districtCode: districtCode ?? '110000', year, last: wanted })
      .onConflictDoUpdate({
        target: [certificateCounter.letter, certificateCounter.districtCode, certificateCounter.year],
        set: { last: sql`${certificateCounter.last} + ${wanted}` },
      })
      .returning({ last: certificateCounter.last });
    next.set(letter, (counter?.last ?? wanted) - wanted + 1);
  }
  return letters.map((letter) => {
    const seq = next.get(letter) ?? 1;
    next.set(letter, seq + 1);
    return certificateNumber(letter, districtCode, year, seq);
  });
}
