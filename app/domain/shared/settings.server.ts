import { eq } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { setting } from '#db/schema';
import { type Context, operation } from './operation.server';
import { Refusal } from './refusals';
import { SETTINGS, type SettingKey } from './settings';

export async function settingOf(tx: Tx, key: SettingKey): Promise<number> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row?.value ?? SETTINGS[key].fallback;
}

/** The value in force, for pages. */
export const settingNow = (key: SettingKey): Promise<number> => settingOf(db, key);

/** The city puts a number of practice in force, from now on. */
export const changeSetting = (ctx: Context, key: SettingKey, value: number): Promise<void> =>
  operation(ctx, 'setting.changed', async (op) => {
    op.require('setting.change');
    const { min, max } = SETTINGS[key];
    if (value < min) throw new Refusal('field_too_small', { field: 'value', params: { min } });
    if (value > max) throw new Refusal('field_too_large', { field: 'value', params: { max } });
    const before = await settingOf(op.tx, key);
    if (before === value) return op.unchanged(undefined);
    const author = op.actor.kind === 'user' ? op.actor.accountId : null;
    const row = { value, changedAt: op.now, changedBy: author };
    await op.tx
      .insert(setting)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: setting.key, set: row });
    await op.record({ subject: { type: 'setting', id: key }, data: { before, after: value } });
  });
