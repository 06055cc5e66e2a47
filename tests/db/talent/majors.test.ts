import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { nextNumber } from '#db/seed/builders/synthetic';
import { aMajor } from '#db/seed/builders/talent';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { addMajor, editMajor } from '~/domain/talent/save-major.server';
import { shipMajors } from '~/domain/talent/ship-majors.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

const entry = () => ({
  code: `T${nextNumber()}`,
  nameZh: `演示专业${nextNumber()}`,
  nameEn: '',
  level: 'bachelor' as const,
  childcareRelated: true,
  source: '演示目录',
  isActive: true,
});
const city = async () => (await aMember(db, 'city_officer')).actor;

sevenQuestions('addMajor', async () => ({ actor: await city(), call: (ctx: Context) => addMajor(ctx, entry()) }), {
  event: 'major.added',
  tables: ['major'],
  works: async (id) => expect((await sql`select childcare_related from major where id = ${id}`)[0]).toEqual({ childcare_related: true }),
  wrongRole: async () => (await aMember(db, 'district_officer')).actor,
  repeated: 'makes another',
});

sevenQuestions(
  'editMajor',
  async () => {
    const { id, code, nameZh, nameEn, level, source, childcareRelated } = await aMajor(db);
    const [actor, stranger] = [await city(), await city()];
    const off = { code, nameZh, nameEn, level, source, childcareRelated, isActive: false };
    return { actor, stranger, id, call: (ctx: Context) => editMajor(ctx, ctx.actor === stranger ? newId() : id, off) };
  },
  {
    event: 'major.edited',
    tables: ['major'],
    works: async (_, { id }) => expect((await sql`select is_active from major where id = ${id}`)[0]).toEqual({ is_active: false }),
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('names and codes of a level are taken once; the shipped catalogue says what could not be checked and stays as the city has it', async () => {
  const known = await aMajor(db);
  const ctx = contextOf(await city());
  const same = { ...entry(), level: known.level };
  await expect(addMajor(ctx, { ...same, nameZh: known.nameZh })).rejects.toMatchObject({ code: 'major_exists' });
  await expect(addMajor(ctx, { ...same, code: known.code })).rejects.toMatchObject({ code: 'major_code_taken' });
  await addMajor(ctx, { ...entry(), nameZh: known.nameZh, code: known.code });

  const reference = { actor: { kind: 'system', job: 'reference' } as const, now: now() };
  await shipMajors(reference);
  await sql`update major set childcare_related = true where name_zh = '幼儿保育'`;
  expect(await shipMajors(reference)).toBe(0);
  const shipped =
    await sql`select code, childcare_related from major where source like '%教育部%' or source like '%技工%' order by code nulls last`;
  expect(shipped.filter((row) => row.childcare_related).map((row) => row.code)).toEqual(['320802', '520802', '720803', '770101', null]);
  expect(shipped).toHaveLength(9);
});
