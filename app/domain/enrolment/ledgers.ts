import type { EnrolmentStatus } from './enrolment';

/** The ledgers of a class that a provider takes along as a workbook. */
export const CLASS_LEDGERS = ['enrolments', 'roster', 'sign-in-sheet'] as const;
export type ClassLedger = (typeof CLASS_LEDGERS)[number];

/** 报名汇总表 names everyone who still stands; 花名册 and 签到表 those who were admitted. */
export const LEDGER_STATUSES: Readonly<Record<ClassLedger, readonly EnrolmentStatus[]>> = {
  enrolments: ['applied', 'approved', 'waitlisted', 'offered', 'attending', 'passed', 'failed', 'absent'],
  roster: ['approved', 'attending', 'passed', 'failed', 'absent'],
  'sign-in-sheet': ['approved', 'attending', 'passed', 'failed', 'absent'],
};

/** Half of the day that a lesson begins in: 上午, 下午, 晚. */
export const daypartOf = (time: string): 'morning' | 'afternoon' | 'evening' => {
  if (time < '12:00') return 'morning';
  return time < '18:00' ? 'afternoon' : 'evening';
};
