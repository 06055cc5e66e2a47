import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { idOf, mine, of, type Screen } from './screen';

const atJigou = (status: string, where = sql`true`) =>
  idOf(
    sql`select id from placement p where institution_id in (${mine('jigou')}) and status = ${status} and ${where} order by proposed_at desc, id`,
  );
const hers = sql`person_id = (select person_id from account where username = 'xuesheng')`;
const house = () => idOf(mine('jigou'));

/** Placements: colleges, institutions, students, commissions. */
export const PLACEMENT_SCREENS: Readonly<Record<string, Screen[]>> = {
  'college with placements': of('yuanxiao', [
    paths.placements(),
    paths.placements({ shown: 'all', q: '没有这个人' }),
    paths.newPlacement(),
    async () => paths.newPlacement({ institution: await house() }),
    async () => paths.placement(await atJigou('accepted', hers)),
    async () => paths.placement(await atJigou('accepted', sql`college_points is not null`)),
    async () => paths.placement(await atJigou('proposed')),
  ]),
  'provider without students': of('zhongxin', [paths.placements()]),
  'institution with interns': of('jigou', [
    paths.institutionPlacements(),
    async () => paths.institutionPlacement(await atJigou('proposed')),
    async () => paths.institutionPlacement(await atJigou('accepted', sql`college_points is not null`)),
    async () => paths.institutionPlacement(await atJigou('finished')),
  ]),
  'student on a placement': of('xuesheng', [paths.myPlacements(), async () => paths.myPlacement(await atJigou('accepted', hers))]),
  'trainee without a placement': of('xueyuan', [paths.myPlacements()]),
  'district with placements': of('quwei', [paths.cityPlacements(), async () => paths.cityPlacement(await atJigou('broken_off'))]),
  'city with placements': of('shiwei', [paths.cityPlacements({ by: 'district', shown: 'running' }), paths.cityPlacements({ by: 'year' })]),
};
