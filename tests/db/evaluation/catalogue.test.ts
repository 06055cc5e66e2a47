import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anEvaluationOrganisation, aProvider } from '#db/seed/builders/organisations';
import { anXKind, aSite, aSitting } from '#db/seed/builders/sittings';
import { nextNumber } from '#db/seed/builders/synthetic';
import { addKind, editKind } from '~/domain/evaluation/save-kind.server';
import { addSite, editSite } from '~/domain/evaluation/save-site.server';
import { shipKinds } from '~/domain/evaluation/ship-kinds.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { lastEvent } from './scenes';

const { db, sql } = testDatabase();

const kind = {
  name: '婴幼儿早期发展',
  issuer: '演示评价中心',
  organisationId: null,
  levels: ['junior' as const],
  childcareRelated: true,
  numberPrefix: '',
  source: '待核实',
  isActive: true,
};
const another = () => ({ ...kind, name: `${kind.name}${nextNumber()}` });

sevenQuestions(
  'addKind',
  async () => {
    const entry = another();
    return { actor: (await aMember(db, 'city_officer')).actor, entry, call: (ctx: Context) => addKind(ctx, entry) };
  },
  {
    event: 'x_kind.added',
    tables: ['x_certificate_kind'],
    works: async (id, { entry }) => {
      const [row] = await sql`select * from x_certificate_kind where id = ${id}`;
      expect(row).toMatchObject({ name: entry.name, levels: ['junior'], childcare_related: true, last_serial: 0 });
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'makes another',
  },
);

sevenQuestions(
  'editKind',
  async () => {
    const { id, ...rest } = await anXKind(db);
    const { name, issuer, organisationId, levels, numberPrefix, source, isActive } = rest;
    const entry = { name, issuer, organisationId, levels, numberPrefix, source, isActive, childcareRelated: false };
    const { actor } = await aMember(db, 'city_officer');
    // The city keeps the whole catalogue: what is not known to an officer is an entry that is not there.
    const stranger = (await aMember(db, 'city_officer')).actor;
    return { actor, stranger, id, call: (ctx: Context) => editKind(ctx, ctx.actor === stranger ? newId() : id, entry) };
  },
  {
    event: 'x_kind.edited',
    tables: ['x_certificate_kind'],
    works: async (_, { id }) => {
      expect((await lastEvent('x_kind.edited'))?.data).toEqual({ before: { childcareRelated: true }, after: { childcareRelated: false } });
      expect((await sql`select childcare_related from x_certificate_kind where id = ${id}`)[0]).toEqual({ childcare_related: false });
    },
    wrongRole: async () => (await aMember(db, 'evaluator')).actor,
    repeated: 'unchanged',
  },
);

describe('the catalogue', () => {
  test.each([
    ['the same name and issuer', async () => ({ ...another(), ...pick(await anXKind(db), 'name', 'issuer') }), 'kind_exists'],
    ['the prefix of another', async () => ({ ...another(), ...pick(await anXKind(db), 'numberPrefix') }), 'kind_prefix_taken'],
    ['a college as issuer', async () => ({ ...another(), organisationId: (await aProvider(db)).id }), 'evaluation_organisation_unknown'],
  ])('%s is refused', async (_what, entry, code) => {
    const { actor } = await aMember(db, 'city_officer');
    await expect(addKind(contextOf(actor), await entry())).rejects.toMatchObject({ code });
  });

  test('is shipped once, with what could be checked of it, and left as the city has it', async () => {
    const ctx = { actor: { kind: 'system', job: 'reference' } as const, now: now() };
    await shipKinds(ctx);
    await sql`update x_certificate_kind set childcare_related = false where name = '母婴护理'`;
    expect(await shipKinds(ctx)).toBe(0);
    const rows =
      await sql`select name, issuer, childcare_related, source from x_certificate_kind where name in ('幼儿照护', '母婴护理') order by issuer`;
    expect(rows).toMatchObject([
      { issuer: '济南阳光大姐服务有限责任公司', childcare_related: false, source: expect.stringContaining('尚未核实') },
      { issuer: '湖南金职伟业母婴护理有限公司', childcare_related: true, source: expect.stringContaining('已核实') },
    ]);
  });
});

const pick = <T extends object, K extends keyof T>(from: T, ...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

const site = { name: '第一站点', districtCode: '110105', address: '演示路8号', hostId: null, seats: 40, isActive: true };

sevenQuestions('addSite', async () => ({ actor: (await aMember(db, 'evaluator')).actor, call: (ctx: Context) => addSite(ctx, site) }), {
  event: 'site.added',
  tables: ['assessment_site'],
  works: async (id, { actor }) => {
    const [row] = await sql`select organisation_id, seats from assessment_site where id = ${id}`;
    expect(row).toEqual({ organisation_id: actor.kind === 'user' ? actor.organisation?.id : '', seats: 40 });
  },
  wrongRole: async () => (await aMember(db, 'city_officer')).actor,
  repeated: 'makes another',
});

sevenQuestions(
  'editSite',
  async () => {
    const member = await aMember(db, 'evaluator');
    const { id } = await aSite(db, { organisationId: member.organisation.id });
    const stranger = (await aMember(db, 'evaluator')).actor;
    return { actor: member.actor, stranger, id, call: (ctx: Context) => editSite(ctx, id, site) };
  },
  {
    event: 'site.edited',
    tables: ['assessment_site'],
    works: async (_, { id }) => expect((await sql`select seats from assessment_site where id = ${id}`)[0]).toEqual({ seats: 40 }),
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('a site keeps the seats of its open sittings, a name of its own, and a host that is a college', async () => {
  const organisation = await anEvaluationOrganisation(db);
  const { actor } = await aMember(db, 'evaluator', organisation);
  const own = await aSite(db, { organisationId: organisation.id, seats: 50 });
  await aSitting(db, { organisationId: organisation.id, siteId: own.id, capacity: 41 });
  const { name } = await aSite(db, { organisationId: organisation.id });
  const ctx = contextOf(actor);
  await expect(editSite(ctx, own.id, site)).rejects.toMatchObject({ code: 'site_seats_below_sitting', params: { capacity: 41 } });
  await expect(editSite(ctx, own.id, { ...site, name })).rejects.toMatchObject({ code: 'site_exists' });
  await expect(editSite(ctx, own.id, { ...site, hostId: organisation.id })).rejects.toMatchObject({ field: 'hostId' });
});
