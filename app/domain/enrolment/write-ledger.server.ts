import type { Readable } from 'node:stream';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import type { WordKey, WordParams } from '~/i18n/words';
import type { CertificateLevel } from '../certificate/certificate';
import { type ExcelColumn, writeTable } from '../excel/write-table.server';
import { findDistrict } from '../organisation/districts';
import { beijingDate, beijingTime } from '../shared/period';
import { type ClassLedger, daypartOf } from './ledgers';

interface Person {
  name: string;
  gender: 'male' | 'female' | null;
  ethnicity: string | null;
  bornOn: string | null;
  education: string | null;
  fieldOfStudy: string | null;
  workStartedOn: string | null;
  idNumber: string;
  phone: string;
  status: string;
  role: string | null;
  institution: string | null;
  districtCode: string | null;
  needsLodging: boolean;
  remark: string;
  institutionAnswer: string;
  certificates: readonly { name: string; level: CertificateLevel | null; number: string }[];
}

interface Lesson {
  title: string;
  heldOn: string;
  startsAt: Date;
  lecturer: string;
}

interface Ledger {
  ledger: ClassLedger;
  language: Language;
  group: { code: string; term: string; course: string; provider: string; contact: string; phone: string };
  people: readonly Person[];
  lessons: readonly Lesson[];
  now: Date;
}

/** The ledger in the columns that offices keep it in (报名汇总表, 学员花名册, 签到表). */
export function writeLedger({ ledger, language, group, people, lessons, now }: Ledger): { fileName: string; body: Readable } {
  const t = (key: string, params?: WordParams) => translate(language, `class:ledger.${key}` as WordKey, params);
  const name = t(`name.${ledger}`);
  const said = (key: string) => translate(language, key as WordKey);
  const common = {
    sheet: name,
    title: t('title', { course: group.course, code: group.code, name }),
    subtitle: [
      t('filledBy', { value: group.provider }),
      t('filledOn', { value: beijingDate(now) }),
      t('filler', { value: group.contact }),
      t('phone', { value: group.phone }),
    ],
    signOff: [t('maker'), t('checker'), t('head'), t('seal')],
  };
  const column = (key: string, cell: ExcelColumn<Person>['cell'], rest: Partial<ExcelColumn<Person>> = {}): ExcelColumn<Person> => ({
    header: t(`column.${key}`),
    cell,
    ...rest,
  });
  const number = column('number', (_, index) => index + 1, { width: 6 });
  const role = (row: Person) => (row.role ? said(`person:role.${row.role}`) : said('person:preService'));
  const gender = column('gender', (row) => (row.gender ? said(`person:gender.${row.gender}`) : ''), { width: 6 });
  const named = column('name', (row) => row.name, { width: 12 });
  const unconfirmed = (row: Person) => (row.institutionAnswer === 'silent' ? said('enrolment:institutionAnswer.silent') : '');
  const remark = (row: Person) => [said(`enrolment:status.${row.status}`), unconfirmed(row), row.remark].filter(Boolean).join('；');
  const held = ({ name, level }: Person['certificates'][number]) =>
    [name, level && said(`certificate:level.${level}`)].filter(Boolean).join(' ');
  const fileName = `${group.code}-${name}.xlsx`;

  if (ledger === 'sign-in-sheet') {
    const rows = lessons.flatMap((lesson) => people.map((person, index) => ({ lesson, person, index })));
    const cell = (key: string, value: (row: (typeof rows)[number]) => string | number, width = 12) => ({
      header: t(`column.${key}`),
      cell: value,
      width,
    });
    const columns = [
      cell('className', () => `${group.course} ${group.code}`, 24),
      cell('date', ({ lesson }) => lesson.heldOn),
      cell('daypart', ({ lesson }) => t(`daypart.${daypartOf(beijingTime(lesson.startsAt))}`), 8),
      cell('lesson', ({ lesson }) => lesson.title, 20),
      cell('lecturer', ({ lesson }) => lesson.lecturer),
      cell('number', ({ index }) => index + 1, 6),
      cell('name', ({ person }) => person.name),
      cell('unit', ({ person }) => person.institution ?? '', 22),
      cell('signIn', () => ''),
      cell('signOut', () => ''),
      cell('attendanceRemark', () => '', 18),
    ];
    return { fileName, body: writeTable({ ...common, columns, rows }) };
  }

  const columns =
    ledger === 'roster'
      ? [
          number,
          column('class', () => [group.code, group.term].filter(Boolean).join(' '), { width: 16, text: true }),
          column('studentNumber', (_, index) => `${group.code}-${String(index + 1).padStart(3, '0')}`, { width: 16, text: true }),
          named,
          gender,
          column('idNo', (row) => row.idNumber, { width: 21, text: true }),
          column('unit', (row) => row.institution, { width: 22 }),
          column('post', role),
          column('cellphone', (row) => row.phone, { width: 14, text: true }),
          column('remark', remark, { width: 20 }),
        ]
      : [
          number,
          named,
          gender,
          column('ethnicity', (row) => row.ethnicity, { width: 8 }),
          column('born', (row) => row.bornOn?.slice(0, 7) ?? '', { width: 10, text: true }),
          column('idNumber', (row) => row.idNumber, { width: 21, text: true }),
          column('education', (row) => (row.education ? said(`person:education.${row.education}`) : ''), { width: 10 }),
          column('fieldOfStudy', (row) => row.fieldOfStudy),
          column('institution', (row) => row.institution, { width: 22 }),
          column('district', (row) => (row.districtCode ? (findDistrict(row.districtCode)?.[language === 'en' ? 'en' : 'zh'] ?? '') : ''), {
            width: 12,
          }),
          column('role', role),
          column('yearsAtWork', (row) => yearsSince(row.workStartedOn, now), { width: 8 }),
          column('certificates', (row) => row.certificates.map(held).join('；'), { width: 28 }),
          column('certificateNumbers', (row) => row.certificates.map(({ number }) => number).join('；'), { width: 28, text: true }),
          column('mobile', (row) => row.phone, { width: 14, text: true }),
          column('lodging', (row) => said(row.needsLodging ? 'common:action.yes' : 'common:action.no'), { width: 8 }),
          column('remark', remark, { width: 20 }),
        ];
  return { fileName, body: writeTable({ ...common, columns, rows: people }) };
}

const yearsSince = (startedOn: string | null, now: Date): number | null =>
  startedOn === null ? null : Math.max(0, Number(beijingDate(now).slice(0, 4)) - Number(startedOn.slice(0, 4)));
