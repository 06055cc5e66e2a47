import type { Tx } from '#db/client';
import { institutionCapacity, institutionFile, institutionPeriod, organisation } from '#db/schema';
import type { ProviderKind } from '~/domain/organisation/organisation';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { one } from './row';
import { nextNumber, syntheticUscc } from './synthetic';

type Columns = Partial<typeof organisation.$inferInsert>;

/** The district that built things lie in unless told otherwise. */
export const HOME_DISTRICT = '110105';

const build = async (tx: Tx, columns: Columns & Pick<typeof organisation.$inferInsert, 'kind' | 'name'>) =>
  one(
    await tx
      .insert(organisation)
      .values({ id: newId(), districtCode: HOME_DISTRICT, status: 'approved', createdAt: now(), ...columns })
      .returning(),
  );

/** A filed private institution with its file and the dated facts behind it. */
export const anInstitution = async (tx: Tx, columns: Columns = {}) => {
  const n = nextNumber();
  const built = await build(tx, {
    kind: 'institution',
    name: `演示托育园${n}`,
    uscc: syntheticUscc(n),
    operatorType: 'private',
    filingStatus: 'filed',
    filedOn: '2022-03-01',
    ...columns,
  });
  await tx.insert(institutionFile).values({ organisationId: built.id, capacity: 60, updatedAt: now() });
  await tx.insert(institutionPeriod).values({
    id: newId(),
    institutionId: built.id,
    fromOn: built.filedOn ?? '2022-03-01',
    filingStatus: built.filingStatus ?? 'not_filed',
    operatorType: built.operatorType ?? 'private',
    districtCode: built.districtCode ?? HOME_DISTRICT,
    createdAt: now(),
  });
  await tx
    .insert(institutionCapacity)
    .values({ id: newId(), institutionId: built.id, fromOn: built.filedOn ?? '2022-03-01', capacity: 60, createdAt: now() });
  return built;
};

/** An approved provider of all categories: a college of the home district unless told otherwise; `districtCode: null` = city level. */
export const aProvider = (tx: Tx, columns: Columns & { kind?: ProviderKind } = {}) =>
  build(tx, {
    kind: 'college',
    name: `演示学院${nextNumber()}`,
    categories: ['principal', 'caregiver', 'health_staff', 'other'],
    ...columns,
  });

export const aCommission = (tx: Tx, level: 'district' | 'city', columns: Columns = {}) =>
  build(tx, {
    kind: level === 'city' ? 'commission_city' : 'commission_district',
    name: `${level === 'city' ? '市' : '区'}卫生健康委（演示）${nextNumber()}`,
    ...(level === 'city' ? { districtCode: null } : {}),
    ...columns,
  });

/** A 1+X evaluation organisation; they serve the whole country. */
export const anEvaluationOrganisation = (tx: Tx, columns: Columns = {}) =>
  build(tx, { kind: 'evaluation_organisation', name: `演示培训评价组织${nextNumber()}`, districtCode: null, ...columns });

/** Where system administrators and auditors belong. */
export const anOperationsTeam = (tx: Tx, columns: Columns = {}) =>
  build(tx, { kind: 'operations', name: `平台运维组${nextNumber()}`, districtCode: null, ...columns });
