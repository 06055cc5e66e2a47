import { sentencesOf } from './api-door.server';
import {
  certificatesAnswer,
  certificatesQuery,
  classesAnswer,
  classesQuery,
  heldCertificatesAnswer,
  heldCertificatesQuery,
  institutionsAnswer,
  institutionsQuery,
  rateAnswer,
  rateQuery,
} from './api-reads.server';
import { attendanceHead, attendanceRow, resultRow, resultsHead, rosterHead, rosterRow, scoreRow, scoresHead } from './api-rows.server';
import { push, read } from './openapi-parts.server';
import { paths } from './paths';

/** Numbers that no resident has (area 119900). */
const [ONE, TWO] = ['119900200206040147', '119900199001150144'];
const NOT_IN_CLASS = { field: 'idNumber', ...sentencesOf('not_in_class') };

/** What client keys open, with an example of each. */
export const clientPaths = {
  [paths.apiInstitutions()]: read({
    id: 'listInstitutions',
    summary: 'Institutions on file',
    scopes: ['institutions:read'],
    query: institutionsQuery,
    answer: institutionsAnswer,
    example: {
      total: 1,
      page: 1,
      institutions: [
        {
          id: '0190a8c2-0000-7000-8000-000000000001',
          name: '朝阳区示例托育园（演示）',
          districtCode: '110105',
          subdistrict: '望京街道',
          address: '示例路 1 号',
          operatorType: 'community',
          places: 60,
          isInclusive: true,
        },
      ],
    },
  }),
  [paths.apiRate()]: read({
    id: 'getRate',
    summary: 'Certified-on-post rate by district on a day',
    scopes: ['rate:read'],
    query: rateQuery,
    answer: rateAnswer,
    example: {
      on: '2026-03-09',
      asOf: '2026-03-10T01:00:00.000Z',
      underCheck: false,
      rule: { code: 'standard', version: 1, titleZh: '标准口径', titleEn: 'Standard rule' },
      rates: [
        { district: '110105', certified: 412, onPost: 520, rate: 79.2, institutions: 38, freshInstitutions: 35, hidden: null },
        {
          district: '110109',
          certified: null,
          onPost: null,
          rate: null,
          institutions: null,
          freshInstitutions: null,
          hidden: 'small_cell',
        },
      ],
    },
  }),
  [paths.apiCertificates()]: read({
    id: 'checkCertificate',
    summary: 'Check of a completion certificate or post-training certificate',
    scopes: ['certificates:check'],
    query: certificatesQuery,
    answer: certificatesAnswer,
    example: {
      outcome: 'valid',
      kind: 'completion',
      number: 'BJTY-C-110105-2026-000123',
      name: '张*',
      courseTitle: '保育人员岗位培训',
      category: 'caregiver',
      providerName: '示例职业学院（演示）',
      completedOn: '2026-03-20',
      issuedOn: '2026-03-27',
    },
  }),
  [paths.apiHeldCertificates()]: read({
    id: 'checkHeldCertificate',
    summary: 'Whether a certificate from outside, of that number and holder, stands in the registry',
    scopes: ['certificates:check'],
    query: heldCertificatesQuery,
    answer: heldCertificatesAnswer,
    example: { outcome: 'verified', verifiedOn: '2026-03-02', issuedOn: '2025-11-20', validUntil: null },
  }),
  [paths.apiClasses()]: read({
    id: 'getClass',
    summary: 'A class of the client’s organisation with its lessons',
    scopes: ['attendance:write', 'scores:write'],
    query: classesQuery,
    answer: classesAnswer,
    example: {
      classCode: 'CY-2026-03',
      courseTitle: '保育人员岗位培训',
      startsOn: '2026-03-02',
      endsOn: '2026-03-20',
      lessons: [
        {
          id: '0190a8c2-0000-7000-8000-000000000002',
          title: '婴幼儿生活照护',
          heldOn: '2026-03-02',
          startsAt: '2026-03-02T01:00:00.000Z',
          minutes: 180,
          status: 'scheduled',
        },
      ],
    },
  }),
  [paths.apiRosterChanges()]: push({
    id: 'pushRosterChanges',
    summary: 'Who comes, changes and leaves at an institution',
    scope: 'roster:write',
    head: rosterHead,
    row: rosterRow,
    example: {
      rows: [
        { action: 'add', name: '张小演', idNumber: ONE, role: 'caregiver', startOn: '2026-03-01', isFullTime: true },
        { action: 'end', idNumber: TWO, role: 'caregiver', endOn: '2026-03-01' },
      ],
    },
    refused: { field: 'idNumber', ...sentencesOf('not_on_roster') },
  }),
  [paths.apiAttendance()]: push({
    id: 'pushAttendance',
    summary: 'The attendance sheet of one lesson',
    scope: 'attendance:write',
    head: attendanceHead,
    row: attendanceRow,
    example: {
      classCode: 'CY-2026-03',
      lessonId: '0190a8c2-0000-7000-8000-000000000002',
      rows: [
        { idNumber: ONE, mark: 'present' },
        { idNumber: TWO, mark: 'late', minutesLate: 15 },
      ],
    },
    refused: NOT_IN_CLASS,
  }),
  [paths.apiScores()]: push({
    id: 'pushScores',
    summary: 'Scores of one class',
    scope: 'scores:write',
    head: scoresHead,
    row: scoreRow,
    example: {
      classCode: 'CY-2026-03',
      rows: [
        { idNumber: ONE, kind: 'theory', points: 86, assessedOn: '2026-03-20', assessor: '李演' },
        { idNumber: TWO, kind: 'practical', points: 78.5, assessedOn: '2026-03-20', assessor: '李演' },
      ],
    },
    refused: NOT_IN_CLASS,
  }),
  [paths.apiResults()]: push({
    id: 'pushResults',
    summary: 'Results of one 1+X sitting',
    scope: 'results:write',
    head: resultsHead,
    row: resultRow,
    example: {
      sittingCode: 'X26-0001',
      rows: [
        { candidate: 'X26-0001-001', theory: 82, practical: 75 },
        { candidate: 'X26-0001-002', absent: true },
      ],
    },
    refused: { field: 'candidate', ...sentencesOf('candidate_unknown') },
  }),
};
