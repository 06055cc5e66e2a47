import type { Tx } from '#db/client';
import { institutionFile, institutionPeriod, organisation, rosterConfirmation } from '#db/schema';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { syntheticUscc } from '../builders/synthetic';
import { insertRows } from '../insert-rows';
import { scaleId } from './ids';

/** As many as a city of this size has, whatever the number of caregivers: a hundred in each of seventeen districts. */
export const RATE_INSTITUTIONS = 1_700;
/** Runs of the scale seed for completions count from zero and never get here. */
export const RATE_RUN = 200;
const USCC_FROM = 900_000;
const FOUNDED = beijingInstant('2022-09-01', '09:00');
const FILED_ON = '2022-03-01';

const districtOf = (n: number): string => DISTRICT_CODES[n % DISTRICT_CODES.length] ?? '110105';

/** Institutions with a history: some moved, some closed, some nursery classes of kindergartens that nobody filed. */
export async function addRateInstitutions(tx: Tx, today: string): Promise<void> {
  const all = Array.from({ length: RATE_INSTITUTIONS }, (_, n) => {
    const isClass = n % 20 === 3;
    return {
      id: scaleId('organisation', RATE_RUN, n),
      kind: 'institution' as const,
      name: `测量用托育中心${n + 1}（演示）`,
      districtCode: districtOf(n % 50 === 7 ? n + 5 : n),
      uscc: syntheticUscc(USCC_FROM + n),
      operatorType: isClass ? ('kindergarten_class' as const) : (OPERATOR_TYPES[n % OPERATOR_TYPES.length] ?? 'private'),
      filingStatus: isClass ? ('not_filed' as const) : n % 60 === 11 ? ('cancelled' as const) : ('filed' as const),
      filedOn: FILED_ON,
      status: 'approved' as const,
      createdAt: FOUNDED,
      isDemo: true,
    };
  });
  await insertRows(tx, organisation, all);
  await insertRows(
    tx,
    institutionFile,
    all.map(({ id }) => ({ organisationId: id, capacity: 60, updatedAt: FOUNDED })),
  );
  const periods = all.flatMap(({ id, operatorType, filingStatus, districtCode }, n) => {
    const whole = { institutionId: id, operatorType, filingStatus, districtCode, fromOn: FILED_ON, untilOn: null as string | null };
    if (n % 50 === 7)
      return [
        { ...whole, districtCode: districtOf(n), untilOn: '2024-05-01' },
        { ...whole, fromOn: '2024-05-01' },
      ];
    if (n % 60 === 11)
      return [
        { ...whole, filingStatus: 'filed' as const, untilOn: '2025-09-01' },
        { ...whole, fromOn: '2025-09-01' },
      ];
    return [whole];
  });
  await insertRows(
    tx,
    institutionPeriod,
    periods.map((row, n) => ({ id: scaleId('institutionPeriod', RATE_RUN, n), createdAt: FOUNDED, ...row })),
  );
  await insertRows(
    tx,
    rosterConfirmation,
    all.map(({ id }, n) => ({
      id: scaleId('rosterConfirmation', RATE_RUN, n),
      institutionId: id,
      confirmedOn: addDays(today, n % 5 === 0 ? -30 : -(n % 12)),
      confirmedAt: FOUNDED,
      staff: 0,
      sha256: '',
    })),
  );
}
