import type { Tx } from '#db/client';
import { organisation } from '#db/schema';
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

/** A filed private institution. */
export const anInstitution = (tx: Tx, columns: Columns = {}) => {
  const n = nextNumber();
  return build(tx, {
    kind: 'institution',
    name: `演示托育园${n}`,
    uscc: syntheticUscc(n),
    operatorType: 'private',
    filingStatus: 'filed',
    filedOn: '2022-03-01',
    ...columns,
  });
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

/** Where system administrators and auditors belong. */
export const anOperationsTeam = (tx: Tx, columns: Columns = {}) =>
  build(tx, { kind: 'operations', name: `平台运维组${nextNumber()}`, districtCode: null, ...columns });
