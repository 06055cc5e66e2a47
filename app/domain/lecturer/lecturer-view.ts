import type { LecturerStep } from './history';
import type { LecturerField, LecturerKind, LecturerStanding, LecturerStatus } from './lecturer';

export interface TaughtLesson {
  id: string;
  class_id: string;
  held_on: string;
  title: string;
  minutes: number;
  code: string;
  course: string;
  provider: string;
}

interface Sum {
  key: string;
  label: string;
  lessons: number;
  minutes: number;
}

/** One lecturer as her page shows her, to the provider and to the commission. */
export interface LecturerView {
  lecturer: {
    id: string;
    kind: LecturerKind;
    name: string;
    organisationId: string | null;
    organisation: string | null;
    districtCode: string | null;
    employer: string;
    fields: LecturerField[];
    qualification: string;
    isLinked: boolean;
    status: LecturerStatus;
    standing: LecturerStanding;
    renewalAsked: boolean;
    /** What a decision refers to. */
    submittedAt: string;
    approvedFromOn: string | null;
    approvedUntilOn: string | null;
    proposedUntilOn: string;
    decisionReason: string | null;
    mayDecide: boolean;
    mayReturn: boolean;
    mayEdit: boolean;
    mayRenew: boolean;
    mayWithdraw: boolean;
  };
  same: { id: string; name: string; employer: string; organisation: string | null; status: LecturerStatus }[];
  load: { months: { key: string; lessons: number; minutes: number }[]; years: Sum[]; providers: Sum[]; planned: Sum; today: string };
  lessons: { rows: TaughtLesson[]; total: number; page: number; pageSize: number };
  /** Over classes of at least five answers; mean is null where there is none. */
  satisfaction: { classes: number; answers: number; mean: number | null };
  history: { id: string; step: LecturerStep; at: string; by: string | null; untilOn: string | null; reason: string | null }[];
  years: number;
  asOf: string;
}
