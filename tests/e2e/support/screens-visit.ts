import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { idOf, mine, of, type Screen } from './screen';

const visitOf = (userName: string, status: string) => async () =>
  paths.visit(
    await idOf(
      sql`select id from guidance_visit where status = ${status} and organisation_id in (${mine(userName)}) order by planned_on desc, id desc`,
    ),
  );
const findingOf = (userName: string, status: string) => async () =>
  paths.finding(
    await idOf(sql`select f.id from guidance_finding f join guidance_visit v on v.id = f.visit_id
      where f.status = ${status} and v.organisation_id in (${mine(userName)}) order by f.mend_by_on, f.id`),
  );
const ownFinding = (status: string) => async () =>
  paths.institutionFinding(
    await idOf(
      sql`select id from guidance_finding where status = ${status} and institution_id in (${mine('jigou')}) order by mend_by_on, id`,
    ),
  );
const checklist = async () => paths.checklist(await idOf(sql`select id from guidance_checklist order by version`));
const plan = async () =>
  paths.newVisit({ institution: await idOf(sql`select organisation_id from membership m where m.organisation_id in (${mine('jigou')})`) });

export const VISIT_SCREENS: Readonly<Record<string, Screen[]>> = {
  'visits district': of('quwei', [
    paths.visits(),
    paths.visits({ state: 'all' }),
    paths.visitsDue(),
    paths.visitField(),
    paths.newVisit(),
    plan,
    visitOf('quwei', 'planned'),
    visitOf('quwei', 'recorded'),
    paths.findings(),
    findingOf('quwei', 'answered'),
  ]),
  'visits city': of('shiwei', [paths.visits({ state: 'all' }), paths.visitsDue(), paths.checklists(), checklist, paths.newChecklist()]),
  'visits centre': of('fuyou', [paths.visits(), paths.visitField(), paths.visitsDue(), paths.findings({ state: 'all' })]),
  'visits institution': of('jigou', [ownFinding('open'), ownFinding('answered')]),
};
