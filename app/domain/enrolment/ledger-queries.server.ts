import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { enrolment, lesson, organisation, person } from '#db/schema';
import { type ClassLedger, LEDGER_STATUSES } from './ledgers';

export const listLedgerPeople = (tx: Tx, classId: string, ledger: ClassLedger) =>
  tx
    .select({
      personId: person.id,
      name: person.name,
      gender: person.gender,
      ethnicity: person.ethnicity,
      bornOn: person.bornOn,
      education: person.education,
      fieldOfStudy: person.fieldOfStudy,
      workStartedOn: person.workStartedOn,
      idNumberEncrypted: person.idNumberEncrypted,
      idNumberMasked: person.idNumberMasked,
      phoneEncrypted: person.phoneEncrypted,
      phoneMasked: person.phoneMasked,
      status: enrolment.status,
      role: enrolment.role,
      institution: organisation.name,
      districtCode: enrolment.districtCode,
      needsLodging: enrolment.needsLodging,
      remark: enrolment.remark,
      institutionAnswer: enrolment.institutionAnswer,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .leftJoin(organisation, eq(organisation.id, enrolment.institutionId))
    .where(and(eq(enrolment.classId, classId), inArray(enrolment.status, [...LEDGER_STATUSES[ledger]])))
    .orderBy(asc(enrolment.createdAt), asc(enrolment.id));

export const listHeldLessons = (tx: Tx, classId: string) =>
  tx
    .select({ title: lesson.title, heldOn: lesson.heldOn, startsAt: lesson.startsAt, lecturer: lesson.lecturer })
    .from(lesson)
    .where(and(eq(lesson.classId, classId), eq(lesson.status, 'scheduled')))
    .orderBy(lesson.startsAt);
