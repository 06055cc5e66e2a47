import type { Tx } from '#db/client';
import { sql } from '#db/client';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { SEAT_HOLDING } from '~/domain/enrolment/enrolment';
import type { EnrolmentRequest } from '~/domain/enrolment/request-enrolment.server';

type ClassColumns = Parameters<typeof aClass>[1];

/** A published class, its provider's member of staff, and an institution with its administrator. */
export async function aSeatScene(tx: Tx, columns: ClassColumns = {}) {
  const group = await aClass(tx, columns);
  const provider = await aMember(tx, 'provider_staff', await organisationOf(tx, group.providerId));
  const institution = await anInstitution(tx);
  const admin = await aMember(tx, 'institution_admin', institution);
  return { group, provider, institution, admin };
}

const organisationOf = async (tx: Tx, id: string) => {
  const row = await tx.query.organisation.findFirst({ where: (table, { eq }) => eq(table.id, id) });
  if (!row) throw new Error('no such organisation');
  return row;
};

/** A caregiver on post at an institution, with an account. */
export async function aCaregiver(tx: Tx, institutionId: string) {
  const trainee = await aTrainee(tx);
  const post = await anEngagement(tx, { personId: trainee.person.id, institutionId, role: 'caregiver' });
  return { ...trainee, post };
}

/** Somebody before service, whom no institution has to confirm. */
export const aStudent = (tx: Tx) => aTrainee(tx, { isPreService: true });

export const asking = (classId: string): EnrolmentRequest => ({
  classId,
  engagementId: null,
  preService: false,
  needsLodging: false,
  remark: '',
});

export interface SeatState {
  capacity: number;
  seatsTaken: number;
  waitingCount: number;
  held: number;
  waiting: number;
  statuses: { person: string; status: string; place: number | null }[];
}

export async function seatState(classId: string): Promise<SeatState> {
  const [row] = await sql`select capacity, seats_taken, waiting_count from training_class where id = ${classId}`;
  const rows =
    await sql`select person_id as person, status, queue_place as place from enrolment where class_id = ${classId} order by created_at, id`;
  const holding: readonly string[] = SEAT_HOLDING;
  return {
    capacity: row?.capacity,
    seatsTaken: row?.seats_taken,
    waitingCount: row?.waiting_count,
    held: rows.filter((each) => holding.includes(each.status)).length,
    waiting: rows.filter((each) => each.status === 'waitlisted').length,
    statuses: rows.map(({ person, status, place }) => ({ person, status, place })),
  };
}
