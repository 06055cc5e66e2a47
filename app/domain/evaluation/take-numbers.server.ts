import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { xCertificateKind } from '#db/schema';
import { Refusal } from '../shared/refusals';
import type { SittingRow } from './find-sitting.server';
import { xCertificateNumber } from './sitting';

type Kind = typeof xCertificateKind.$inferSelect;

/** Held until the batch is committed: two batches of one certificate number one after the other. */
export async function lockKind(tx: Tx, kindId: string): Promise<Kind> {
  const [kind] = await tx.select().from(xCertificateKind).where(eq(xCertificateKind.id, kindId)).for('update');
  if (!kind?.numberPrefix) throw new Refusal('kind_prefix_missing');
  return kind;
}

/** The next serials of the kind; one that the registry already holds (entered by hand, imported) is passed over. */
export async function takeNumbers(tx: Tx, kind: Kind, { level }: SittingRow, wanted: number, year: string): Promise<string[]> {
  const numbers: string[] = [];
  let serial = kind.lastSerial;
  while (numbers.length < wanted) {
    const from = serial;
    const asked = Array.from({ length: wanted - numbers.length }, (_, at) =>
      xCertificateNumber(kind.numberPrefix, year, level, from + at + 1),
    );
    serial += asked.length;
    const taken = await tx.execute<{ number: string }>(sql`
      select number from certificate where family = 'x_certificate' and number in (select jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb))`);
    const used = new Set(taken.map(({ number }) => number));
    numbers.push(...asked.filter((number) => !used.has(number)));
  }
  await tx.update(xCertificateKind).set({ lastSerial: serial }).where(eq(xCertificateKind.id, kind.id));
  return numbers;
}
