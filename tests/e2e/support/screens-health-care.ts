import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { idOf, of, type Screen } from './screen';

const rule = async () => paths.healthCareRule(await idOf(sql`select id from health_care_rule order by version`));

export const HEALTH_CARE_SCREENS: Readonly<Record<string, Screen[]>> = {
  'commission.health-care district': of('quwei', [
    paths.healthCare(),
    paths.healthCareInstitutions(),
    paths.healthCareInstitutions({ standing: 'overdue' }),
    paths.healthCareRules(),
  ]),
  'commission.health-care city': of('shiwei', [
    paths.healthCare({ merged: 1 }),
    paths.healthCareInstitutions({ standing: 'covered' }),
    paths.healthCareRules(),
    rule,
    paths.newHealthCareRule(),
  ]),
  'institution.health-care._index': of('jigou', ['/institution/health-care']),
  'provider.health-care': of('fuyou', ['/provider/health-care', '/provider/health-care?state=all']),
};
