import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, apiClient, membership } from '#db/schema';
import { newApiKey } from '~/domain/organisation/api-key.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate, DAY } from '~/domain/shared/period';

interface Story {
  /** Whose organisation it is for. */
  of: string;
  name: string;
  scopes: ApiScope[];
  grantedDaysAgo: number;
  /** Days from today to the last valid one. */
  validFor: number;
  usedDaysAgo: number | null;
  revoked?: string;
}

/** Systems that talk to the platform, one key each; nobody knows the keys. */
const STORIES: readonly Story[] = [
  {
    of: 'jigou',
    name: '园务管理系统（演示）',
    scopes: ['roster:write', 'certificates:check'],
    grantedDaysAgo: 40,
    validFor: 325,
    usedDaysAgo: 1,
  },
  {
    ...{ of: 'jigou', name: '旧版考勤系统（演示）', scopes: ['roster:write'], grantedDaysAgo: 300, validFor: 65, usedDaysAgo: 41 },
    revoked: '已更换系统',
  },
  {
    of: 'yuanxiao',
    name: '教务系统（演示）',
    scopes: ['attendance:write', 'scores:write'],
    grantedDaysAgo: 90,
    validFor: 275,
    usedDaysAgo: 0,
  },
  {
    of: 'yuanxiao',
    name: '数据看板（演示）',
    scopes: ['institutions:read', 'rate:read'],
    grantedDaysAgo: 380,
    validFor: -15,
    usedDaysAgo: 16,
  },
  { of: 'pingjia', name: '考务系统（演示）', scopes: ['results:write'], grantedDaysAgo: 60, validFor: 305, usedDaysAgo: 3 },
];

/** Client keys of the demo's organisations, granted by the officer of Chaoyang. */
export async function addClients(tx: Tx, now: Date): Promise<void> {
  const [officer] = await tx.select({ id: account.id }).from(account).where(eq(account.username, 'quwei'));
  if (!officer) throw new Error('the demo has no officer');
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  for (const story of STORIES) {
    const [place] = await tx
      .select({ organisationId: membership.organisationId, role: membership.role })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(eq(account.username, story.of));
    if (!place) throw new Error(`${story.of} acts for nobody`);
    const { keyPrefix, keyHash } = newApiKey();
    const ended = story.revoked ? { revokedAt: ago(40), revokedBy: officer.id, revokedReason: story.revoked } : {};
    await tx.insert(apiClient).values({
      ...{ id: newId(), ...place, name: story.name, keyPrefix, keyHash, scopes: story.scopes, ...ended },
      grantedAt: ago(story.grantedDaysAgo),
      grantedBy: officer.id,
      expiresOn: addDays(beijingDate(now), story.validFor),
      lastUsedAt: story.usedDaysAgo === null ? null : ago(story.usedDaysAgo),
    });
  }
}
