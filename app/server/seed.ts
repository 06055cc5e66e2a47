// First, so that the process says which settings are missing before anything needs them.
import '~/platform/keys.server';

import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { closeDb } from '#db/client';
import { seed } from '#db/seed';
import { now } from '~/platform/clock.server';
import { env, refuseToStart } from '~/platform/env.server';

// npm run seed [-- --scale N --caregivers N --students N --health-staff N]: the demo stories once, and on request so many more for measuring.
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '0' },
    caregivers: { type: 'string', default: '0' },
    students: { type: 'string', default: '0' },
    'health-staff': { type: 'string', default: '0' },
  },
});
const wanted = (name: keyof typeof values): number => {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 0) refuseToStart(`--${name} must be a whole number, and is ${values[name]}.`);
  return count;
};
const [scale, caregivers, students, healthStaff] = [wanted('scale'), wanted('caregivers'), wanted('students'), wanted('health-staff')];
if (!env.demo) refuseToStart('Only a demo is ever filled with demo data: set YUPEI_DEMO=1 if this database is one.');

const owner = postgres(env.databaseOwnerUrl, { max: 1, onnotice: () => {} });
/** How far the demo data has come is written on the database itself: a copied or restored database brings it along. */
const mark = async (word: 'seeding' | 'seeded') => {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`;
  await owner.unsafe(`comment on database "${row?.name}" is '${word}'`);
};
const [state] = await owner<{ comment: string | null }[]>`
  select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`;
const isNew = state?.comment !== 'seeded';
try {
  if (isNew || scale + caregivers + students + healthStaff > 0) {
    if (isNew) await mark('seeding');
    await seed({ stories: isNew, scale, caregivers, students, healthStaff, now: now() });
    await mark('seeded');
  }
} finally {
  await owner.end();
  await closeDb();
}
