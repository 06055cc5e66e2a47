import type { ImportColumn } from '../excel/import-kind';
import { NUMBER_COLUMN, PERSON_COLUMNS, REMARK_COLUMN } from '../person/import-columns';

/** 学生名册: who studies what since when; the major by its name or its code. */
export const STUDENT_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  ...PERSON_COLUMNS,
  {
    key: 'studentNo',
    header: '学号',
    aliases: ['学籍号', '学生编号', 'Student number'],
    required: true,
    type: { is: 'code', max: 40 },
    example: '2026070101',
    width: 16,
  },
  {
    key: 'major',
    header: '专业',
    aliases: ['专业名称', '专业（代码）', '专业代码', '就读专业', 'Major'],
    required: true,
    type: { is: 'text', max: 60 },
    example: '婴幼儿托育服务与管理',
    width: 26,
  },
  {
    key: 'className',
    header: '班级',
    aliases: ['班级名称', '行政班', '所在班级', 'Class'],
    required: false,
    type: { is: 'text', max: 60 },
    example: '托育 2601 班',
    width: 16,
  },
  {
    key: 'enrolledOn',
    header: '入学日期',
    aliases: ['入学时间', '入校日期', '入学年月', 'Enrolled on'],
    required: true,
    type: { is: 'day', future: true },
    example: '2026-09-01',
    width: 14,
  },
  REMARK_COLUMN,
];
