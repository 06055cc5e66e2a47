import { PRIVACY_VERSION } from '~/domain/account/account';
import { hashPassword } from '~/domain/account/password.server';
import { sealTotpSecret } from '~/domain/account/totp.server';
import { COMMISSION_KINDS, isProviderKind } from '~/domain/organisation/organisation';
import type { Role } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { sealPhone } from '~/domain/shared/secrets.server';
import { syntheticPhone } from '../builders/synthetic';
import demo from '../demo-accounts.json';
import { STORY_NAMES } from './names';
import { organisationAt } from './organisations';
import type { OrganisationRow, World } from './world';

const OPENED = beijingInstant('2022-10-08', '09:00');

const STAFF_ROLE = (row: OrganisationRow): Role | null => {
  if (row.kind === 'commission_city') return 'city_officer';
  if ((COMMISSION_KINDS as readonly string[]).includes(row.kind)) return 'district_officer';
  if (isProviderKind(row.kind)) return 'provider_staff';
  return row.kind === 'institution' ? 'institution_admin' : null;
};

/** One per role, with the published password; the only accounts of the demo that anybody can sign in to. */
async function addDemoAccounts(world: World): Promise<void> {
  const passwordHash = await hashPassword(demo.password);
  const totpSecretEncrypted = sealTotpSecret(demo.totpSecret);
  for (const entry of demo.accounts) {
    const name = entry.person ? STORY_NAMES[entry.person as keyof typeof STORY_NAMES] : null;
    const id = newId();
    world.rows.account.push({
      id,
      personId: name ? world.memberNamed(name).person.id : null,
      displayName: name ?? entry.zh,
      username: entry.userName,
      ...sealPhone(entry.phone, 'account.phone'),
      passwordHash,
      passwordChangedAt: OPENED,
      mustChangePassword: false,
      status: 'active',
      ...(entry.secondFactor ? { totpSecretEncrypted, totpConfirmedAt: OPENED } : {}),
      privacyVersion: PRIVACY_VERSION,
      privacyAcceptedAt: OPENED,
      createdAt: OPENED,
      isDemo: true,
    });
    for (const grant of entry.grants) addGrant(world, id, organisationAt(world, grant.at), grant.role as Role);
  }
}

function addGrant(world: World, accountId: string, at: OrganisationRow, role: Role): void {
  world.rows.membership.push({ id: newId(), accountId, organisationId: at.id, role, grantedAt: OPENED });
  if (!world.voices.has(at.id)) world.voices.set(at.id, { accountId, role, organisationId: at.id });
  world.say(
    'membership.granted',
    { type: 'account', id: accountId },
    { voice: null, at: OPENED },
    { accountId, organisationId: at.id, role },
  );
}

/** Somebody must have decided what was decided: each other organisation has an account, without any way to sign in. */
function addSilentAccounts(world: World): void {
  for (const row of world.rows.organisation) {
    const role = STAFF_ROLE(row);
    if (role === null || row.status !== 'approved' || world.voices.has(row.id)) continue;
    const id = newId();
    world.rows.account.push({
      id,
      displayName: role === 'institution_admin' ? `${row.name}管理员` : `${row.name}经办`,
      passwordHash: '',
      passwordChangedAt: OPENED,
      status: 'active',
      createdAt: OPENED,
      isDemo: true,
    });
    addGrant(world, id, row, role);
  }
}

/** A person whom her institution had entered registers herself, and waits until it says that she is the one. */
function addClaim(world: World): void {
  const { person } = world.memberNamed(STORY_NAMES.claimed);
  const at = beijingInstant(addDays(world.today, -1), '19:42');
  const id = newId();
  const claimId = newId();
  world.rows.account.push({
    id,
    displayName: person.name,
    ...sealPhone(syntheticPhone(99_000_001), 'account.phone'),
    passwordHash: '',
    passwordChangedAt: at,
    status: 'active',
    privacyVersion: PRIVACY_VERSION,
    privacyAcceptedAt: at,
    createdAt: at,
    isDemo: true,
  });
  world.rows.accountClaim.push({ id: claimId, accountId: id, personId: person.id, status: 'pending', createdAt: at });
  const voice = { accountId: id, role: 'trainee' as const, organisationId: null };
  world.say('account.registered', { type: 'account', id }, { voice, at }, { privacyVersion: PRIVACY_VERSION });
  world.say('account.claim_opened', { type: 'account', id }, { voice, at, tell: true }, { claimId, personId: person.id });
}

/** The organisations' own beginnings, told once there is somebody to tell them. */
function tellOrganisations(world: World): void {
  for (const row of world.rows.organisation) {
    const subject = { type: 'organisation', id: row.id };
    const districtCode = row.districtCode ?? null;
    const at = row.createdAt;
    const applied = { kind: row.kind, districtCode, categories: row.categories ?? [] };
    if (row.status === 'approved') {
      world.say('organisation.created', subject, { voice: null, at }, { kind: row.kind, districtCode });
      continue;
    }
    world.say('organisation.applied', subject, { voice: null, at, tell: true }, applied);
    if (row.status !== 'returned') continue;
    const voice = world.reviewerOf(row);
    const decidedAt = new Date(at.getTime() + 26 * 3_600_000);
    Object.assign(row, { decidedBy: voice.accountId, decidedAt });
    world.say('organisation.returned', subject, { voice, at: decidedAt }, { reason: row.decisionReason ?? '' });
  }
}

export async function addAccounts(world: World): Promise<void> {
  await addDemoAccounts(world);
  addSilentAccounts(world);
  addClaim(world);
  tellOrganisations(world);
}
