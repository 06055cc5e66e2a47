import { randomBytes } from 'node:crypto';
import type { Tx } from '#db/client';
import { account, membership, type organisation, session } from '#db/schema';
import { hashPassword } from '~/domain/account/password.server';
import type { Role, UserActor } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { HOUR } from '~/domain/shared/period';
import { sealPhone } from '~/domain/shared/secrets.server';
import { now } from '~/platform/clock.server';
import { aCommission, anEvaluationOrganisation, anInstitution, anOperationsTeam, aProvider } from './organisations';
import { aPerson } from './people';
import { one } from './row';
import { nextNumber, syntheticName } from './synthetic';

type Account = typeof account.$inferSelect;
type Membership = typeof membership.$inferSelect;
type Organisation = typeof organisation.$inferSelect;
type AccountColumns = Partial<typeof account.$inferInsert>;

/** Nobody can sign in to it without a `password`, which costs an Argon2id hash. Makes no person unless given one. */
export async function anAccount(tx: Tx, { password, phone, ...columns }: AccountColumns & { password?: string; phone?: string } = {}) {
  const n = nextNumber();
  return one(
    await tx
      .insert(account)
      .values({
        id: newId(),
        displayName: syntheticName(n),
        username: `user${n}`,
        passwordHash: password ? await hashPassword(password) : '',
        passwordChangedAt: now(),
        status: 'active',
        createdAt: now(),
        ...(phone ? sealPhone(phone, 'account.phone') : {}),
        ...columns,
      })
      .returning(),
  );
}

export const aMembership = async (
  tx: Tx,
  columns: Partial<typeof membership.$inferInsert> & Pick<typeof membership.$inferInsert, 'accountId' | 'organisationId' | 'role'>,
) =>
  one(
    await tx
      .insert(membership)
      .values({ id: newId(), grantedAt: now(), ...columns })
      .returning(),
  );

/** Who acts: as oneself (trainee), or in a role at an organisation. */
export const actorFor = (
  { id, personId }: Pick<Account, 'id' | 'personId'>,
  grant?: { role: Role; organisation: Pick<Organisation, 'id' | 'kind' | 'districtCode'> },
): UserActor => ({
  kind: 'user',
  accountId: id,
  personId,
  role: grant?.role ?? 'trainee',
  organisation: grant ? { id: grant.organisation.id, kind: grant.organisation.kind, districtCode: grant.organisation.districtCode } : null,
});

/** A trainee with a person and an account of her own. */
export async function aTrainee(tx: Tx, columns: Parameters<typeof aPerson>[1] = {}) {
  const person = await aPerson(tx, columns);
  const own = await anAccount(tx, { personId: person.id, displayName: person.name });
  return { person, account: own, actor: actorFor(own) };
}

const HOMES: Record<Exclude<Role, 'trainee'>, (tx: Tx) => Promise<Organisation>> = {
  institution_admin: anInstitution,
  provider_staff: aProvider,
  evaluator: anEvaluationOrganisation,
  district_officer: (tx) => aCommission(tx, 'district'),
  city_officer: (tx) => aCommission(tx, 'city'),
  system_admin: anOperationsTeam,
  auditor: anOperationsTeam,
};

/** An account with a role at an organisation, which is made where it is not given, and its actor. */
export async function aMember(tx: Tx, role: Exclude<Role, 'trainee'>, at?: Organisation, columns: Parameters<typeof anAccount>[1] = {}) {
  const home = at ?? (await HOMES[role](tx));
  const own = await anAccount(tx, columns);
  const grant = await aMembership(tx, { accountId: own.id, organisationId: home.id, role });
  return { account: own, membership: grant, organisation: home, actor: actorFor(own, { role, organisation: home }) };
}

/** A signed-in browser that has passed the second factor. @returns the Cookie header to send */
export async function aSession(
  tx: Tx,
  { account: own, membership: grant }: { account: Pick<Account, 'id'>; membership?: Pick<Membership, 'id'> | null },
) {
  const at = now();
  const id = randomBytes(20).toString('hex');
  await tx.insert(session).values({
    id,
    userId: own.id,
    // Lucia compares it with the machine's own clock, which a frozen test clock does not move.
    expiresAt: new Date(Math.max(Date.now(), at.getTime()) + 12 * HOUR),
    createdAt: at,
    lastSeenAt: at,
    secondFactorAt: at,
    membershipId: grant?.id ?? null,
  });
  return { id, cookie: `sid=${id}` };
}
