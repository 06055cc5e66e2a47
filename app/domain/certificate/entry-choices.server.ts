import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { xCertificateKind } from '#db/schema';
import { OCCUPATIONS, type SubmittableFamily } from './certificate';
import { levelsAllowed, namesLevel, namesOccupation } from './consistency';

/** What a form of this family offers to choose from. */
export async function entryChoices(family: SubmittableFamily) {
  const kinds =
    family === 'x_certificate'
      ? await db
          .select({ id: xCertificateKind.id, name: xCertificateKind.name, issuer: xCertificateKind.issuer })
          .from(xCertificateKind)
          .where(eq(xCertificateKind.isActive, true))
          .orderBy(asc(xCertificateKind.name), asc(xCertificateKind.issuer))
      : [];
  return {
    family,
    occupations: namesOccupation(family) ? OCCUPATIONS.filter((each) => levelsAllowed(family, each).length > 0) : [],
    levels: namesLevel(family) ? levelsAllowed(family, null) : [],
    kinds,
  };
}
