import { db, sql } from '#db/client';
import type { certificate, engagement } from '#db/schema';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { nextNumber } from '#db/seed/builders/synthetic';
import { refreshAllHealthCare } from '~/domain/health-care/clock/refresh-health-care.server';
import { now } from '~/platform/clock.server';

export const system = () => ({ actor: { kind: 'system' as const, job: 'health_care' }, now: now(), requestId: 'test-request' });
export const refresh = () => refreshAllHealthCare(system());
export const waiting = async () => (await sql`select count(*)::int as n from health_care_dirty`)[0]?.n as number;

export const FILED = '2026-01-10';
export const CLEARED =
  'truncate health_care_segment, health_care_step, health_care_dirty, health_care_difference, health_care_reminder, health_care_rule, certificate, off_post, engagement, institution_period, institution_capacity cascade';

/** An institution that was filed this year. */
export const newlyFiled = (columns: Parameters<typeof anInstitution>[1] = {}) => anInstitution(db, { filedOn: FILED, ...columns });

/** A health-care worker there, trained before the filing unless told otherwise. */
export async function trainedWorker(
  institutionId: string,
  { post = {}, held = {} }: { post?: Partial<typeof engagement.$inferInsert>; held?: Partial<typeof certificate.$inferInsert> } = {},
) {
  const worker = await anEngagement(db, { institutionId, role: 'health_staff', startOn: '2025-06-01', ...post });
  const paper = await aCertificate(db, {
    personId: worker.personId,
    family: 'health_care_training',
    occupation: null,
    level: null,
    name: '卫生保健人员培训合格证',
    number: `BJTY-H-${nextNumber()}`,
    issuedOn: '2025-03-01',
    ...held,
  });
  return { worker, paper };
}

export const segments = (institutionId: string) => sql`
  select from_on::text as "from", until_on::text as "until", standing, district_code as district, due_on::text as due, due_reason as reason
  from health_care_segment where institution_id = ${institutionId} order by from_on`;
