import type { CheckBatch, CheckedRow } from '../excel/import-engine.server';
import type { ParsedRow } from '../excel/read-row';
import { type KnownPerson, type NamedPerson, newPersonRow } from '../person/known-persons.server';
import { newId, newPublicCode } from '../shared/id';
import { maskIdentity } from '../shared/identity';
import { beijingInstant } from '../shared/period';
import type { CertificateContent } from './closing';
import { countsTowardPlan } from './completion';
import { evidenceHash } from './evidence-hash.server';
import { type HistoricEntry, historicEvidence, historicPassRule, historicSyllabus, trainingKey } from './historic-entry';
import type { KnownPlace, KnownProvider, KnownTraining } from './historic-facts.server';

interface Named {
  named: NamedPerson;
  known: KnownPerson | undefined;
  provider: KnownProvider;
  place: KnownPlace | null;
  entry: HistoricEntry;
  training: KnownTraining | undefined;
}

interface TrainingIds {
  classId: string;
  courseId: string;
  syllabusId: string;
  code: string;
}

/** The training of a row: one that stands, one that an earlier row of the file made, or a new one, which this row then carries. */
function trainingOf(batch: CheckBatch, { provider, entry, training }: Named): { ids: TrainingIds; rows: Record<string, unknown> } {
  if (training)
    return { ids: { classId: training.id, courseId: training.course_id, syllabusId: training.syllabus_id, code: '' }, rows: {} };
  const key = `training ${trainingKey(provider.id, entry)}`;
  const made = batch.memory.get(key);
  if (made) return { ids: JSON.parse(made) as TrainingIds, rows: {} };
  const ids = {
    classId: newId(),
    courseId: newId(),
    syllabusId: newId(),
    code: `LS-${entry.startsOn?.slice(0, 4)}-${newPublicCode().slice(0, 6)}`,
  };
  batch.memory.set(key, JSON.stringify(ids));
  return { ids, rows: newTraining(batch, ids, provider, entry) };
}

function newTraining(batch: CheckBatch, ids: TrainingIds, provider: KnownProvider, entry: HistoricEntry): Record<string, unknown> {
  const startsAt = beijingInstant(entry.startsOn ?? '', '09:00').toISOString();
  const common = { import_id: batch.importId, is_demo: false, provider_id: provider.id };
  return {
    course: {
      ...common,
      id: ids.courseId,
      title: entry.title,
      categories: [entry.category],
      audience: '',
      summary: '',
      delivery: 'on_site',
      status: 'archived',
      outline_ids: [],
      pass_rule: historicPassRule(entry),
      contact_name: '',
      contact_phone: '',
    },
    syllabus: {
      id: ids.syllabusId,
      course_id: ids.courseId,
      version: 1,
      content: historicSyllabus(entry),
      approved_by: batch.scope.accountId,
    },
    klass: {
      ...common,
      id: ids.classId,
      course_id: ids.courseId,
      syllabus_version_id: ids.syllabusId,
      district_code: provider.district_code,
      code: ids.code,
      term: '',
      delivery: 'on_site',
      place: '',
      capacity: 1,
      minimum_size: 1,
      seats_taken: 0,
      waiting_count: 0,
      last_queue_place: 0,
      enrol_from_on: entry.startsOn,
      enrol_until_on: entry.startsOn,
      starts_on: entry.startsOn,
      ends_on: entry.endsOn,
      starts_at: startsAt,
      status: 'closed',
      counts_toward_plan: true,
      free_withdrawal: false,
      closed_by: batch.scope.accountId,
      created_by: batch.scope.accountId,
    },
  };
}

/** A new completion with everything that stands behind it, as `applyCompletions` writes it. */
export function historicRow(batch: CheckBatch, row: ParsedRow, facts: Named): CheckedRow {
  const { named, known, provider, place, entry } = facts;
  const { ids, rows } = trainingOf(batch, facts);
  const completionId = newId();
  const enrolmentId = newId();
  const evidence = historicEvidence(entry, { importId: batch.importId, rowNo: row.rowNo, fileSha256: batch.fileSha256 });
  const attributed = {
    category: entry.category,
    is_pre_service: false,
    institution_id: place?.id ?? null,
    district_code: place?.district_code ?? provider.district_code,
    operator_type: place?.operator_type ?? null,
    class_id: ids.classId,
    import_id: batch.importId,
  };
  const content: Omit<CertificateContent, 'classCode'> = {
    name: String(row.values.name ?? ''),
    idNumberMasked: maskIdentity(named.idNumber),
    courseTitle: entry.title ?? '',
    category: entry.category ?? 'other',
    providerName: provider.name,
    institutionName: place?.name ?? entry.institution,
    startsOn: entry.startsOn ?? '',
    endsOn: entry.endsOn ?? '',
    completedOn: entry.completedOn ?? '',
    theoryMinutes: entry.theoryMinutes,
    practiceMinutes: entry.practiceMinutes,
    syllabusVersion: 1,
    isTakenOver: true,
  };
  const values = {
    ...rows,
    person_hash: named.hash,
    person_id: known?.id ?? null,
    ...(known ? {} : { person: newPersonRow(named, row.values, batch.importId, batch.today) }),
    enrolment: {
      ...attributed,
      id: enrolmentId,
      status: 'passed',
      institution_answer: place ? 'confirmed' : 'not_needed',
      needs_lodging: false,
      remark: '',
    },
    completion: {
      ...attributed,
      id: completionId,
      enrolment_id: enrolmentId,
      counts_toward_plan: countsTowardPlan({ classCounts: true, definesAssessment: entry.assessed, category: entry.category ?? '' }),
      completed_on: entry.completedOn,
      theory_minutes: entry.theoryMinutes,
      practice_minutes: entry.practiceMinutes,
      evidence,
      evidence_hash: evidenceHash(evidence),
      status: 'valid',
    },
    certificate: {
      id: newId(),
      completion_id: completionId,
      number: entry.number,
      public_code: newPublicCode(),
      issued_on: entry.issuedOn ?? entry.completedOn,
      content,
    },
    numbering: { district: provider.district_code, category: entry.category },
  };
  return { outcome: 'new', problems: [], subjectId: completionId, values };
}
