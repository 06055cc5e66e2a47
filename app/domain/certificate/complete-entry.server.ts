import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { xCertificateKind } from '#db/schema';
import { translate } from '~/i18n/translate';
import { isId } from '../shared/id';
import type { CertificateLevel, Occupation, SubmittableFamily, TitleLevel, TitleSeries } from './certificate';
import { normaliseNumber } from './certificate-number';
import { namesLevel, namesOccupation } from './consistency';
import type { CertificateFacts } from './problem';

/** What a form says about a certificate. */
export interface TypedEntry {
  family: SubmittableFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  xKindId: string | null;
  titleSeries: TitleSeries | null;
  titleLevel: TitleLevel | null;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil: string | null;
  remark: string;
}

export type KnownKind = NonNullable<CertificateFacts['xKind']> & { id: string; name: string; issuer: string; childcareRelated: boolean };

/** An entry of the 1+X catalogue; null for none, and for one that is in use no more. */
export async function findKind(tx: Tx, xKindId: string | null): Promise<KnownKind | null> {
  if (xKindId === null || !isId(xKindId)) return null;
  const [kind] = await tx
    .select({
      id: xCertificateKind.id,
      name: xCertificateKind.name,
      issuer: xCertificateKind.issuer,
      levels: xCertificateKind.levels,
      numberPrefix: xCertificateKind.numberPrefix,
      childcareRelated: xCertificateKind.childcareRelated,
    })
    .from(xCertificateKind)
    .where(and(eq(xCertificateKind.id, xKindId), eq(xCertificateKind.isActive, true)));
  return kind ?? null;
}

/** The entry as the registry keeps it: without fields that its family has not, with name and issuer of the catalogue for 1+X. */
export async function completeEntry(tx: Tx, typed: TypedEntry): Promise<TypedEntry> {
  const { family } = typed;
  const isTitle = family === 'professional_title';
  const kind = family === 'x_certificate' ? await findKind(tx, typed.xKindId) : null;
  const occupation = namesOccupation(family) || family === 'special_ability' ? typed.occupation : null;
  const named = typed.name || (occupation === null ? '' : translate('zh-CN', `certificate:occupationName.${occupation}`));
  return {
    ...typed,
    occupation,
    level: namesLevel(family) ? typed.level : null,
    xKindId: kind?.id ?? null,
    titleSeries: isTitle ? typed.titleSeries : null,
    titleLevel: isTitle ? typed.titleLevel : null,
    name: kind?.name ?? named,
    issuer: kind?.issuer ?? typed.issuer,
    number: normaliseNumber(typed.number),
  };
}
