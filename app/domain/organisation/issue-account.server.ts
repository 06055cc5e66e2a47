import { eq, isNull } from 'drizzle-orm';
import { account, membership } from '#db/schema';
import { hashPassword } from '../account/password.server';
import { newOneTimePassword } from '../account/reset-password.server';
import type { Role } from '../shared/actor';
import type { EventName } from '../shared/events';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { phoneHash, sealPhone } from '../shared/secrets.server';
import { authorIn, lockOrganisation, type Organisation } from './find-organisation.server';
import { grantAction, rolesOfKind } from './organisation';

export interface NewAccount {
  name: string;
  role: Role;
  phone: string | null;
  username: string | null;
}

/** `password` is null where the person had an account already: it gets the role beside what it has. */
export interface Issued {
  name: string;
  accountId: string;
  login: string;
  password: string | null;
}

/** Gives somebody a role at an organisation, with an account and a one-time password where she has none yet. */
export const issueAccount = (ctx: Context, organisationId: string, input: NewAccount): Promise<Issued> =>
  operation(ctx, 'account.issued', async (op) => {
    const place = await lockOrganisation(op, organisationId, 'membership.grant');
    op.require(grantAction(place.kind), { organisationId, districtCode: place.districtCode });
    if (place.status !== 'approved') throw new Refusal('organisation_not_approved');
    return grantRole(op, place, input);
  });

/** Part of operations: finds or makes the account, then grants the role. @throws Refusal membership_exists, username_taken */
export async function grantRole<Name extends EventName>(op: Operation<Name>, place: Organisation, input: NewAccount): Promise<Issued> {
  const { role, phone, username } = input;
  if (!rolesOfKind(place.kind).includes(role)) throw new Refusal('role_not_for_kind', { field: 'role' });
  const [known] = phone
    ? await op.tx
        .select()
        .from(account)
        .where(eq(account.phoneHash, phoneHash(phone)))
    : [];
  const password = known ? null : newOneTimePassword();
  const accountId = known?.id ?? newId();
  if (password) await makeAccount(op, accountId, input, password);
  const [granted] = await op.tx
    .insert(membership)
    .values({ id: newId(), accountId, organisationId: place.id, role, grantedBy: authorIn(op.actor), grantedAt: op.now })
    .onConflictDoNothing({ target: [membership.accountId, membership.organisationId, membership.role], where: isNull(membership.endedAt) })
    .returning({ id: membership.id });
  if (!granted) throw new Refusal('membership_exists', { field: 'role' });
  const data = { accountId, organisationId: place.id, role };
  await op.recordAs('membership.granted', { subject: { type: 'membership', id: granted.id }, data });
  if (password)
    await op.recordAs('account.issued', { subject: { type: 'account', id: accountId }, data: { organisationId: place.id, role } });
  return { name: known?.displayName ?? input.name, accountId, login: known?.username ?? username ?? phone ?? '', password };
}

async function makeAccount<Name extends EventName>(op: Operation<Name>, id: string, input: NewAccount, password: string): Promise<void> {
  const [made] = await op.tx
    .insert(account)
    .values({
      id,
      displayName: input.name,
      username: input.username,
      ...(input.phone ? sealPhone(input.phone, 'account.phone') : {}),
      passwordHash: await hashPassword(password),
      passwordChangedAt: op.now,
      mustChangePassword: true,
      status: 'active',
      createdAt: op.now,
    })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (!made) throw new Refusal('username_taken', { field: 'username' });
}
