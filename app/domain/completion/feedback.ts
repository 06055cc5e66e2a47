import type { EnrolmentStatus } from '../enrolment/enrolment';
import { addDays } from '../shared/period';
import type { ClassStatus } from '../training-class/training-class';

/** What a trainee rates after her class, one to five each. */
export const FEEDBACK_ASPECTS = ['content', 'teaching', 'organisation'] as const;
export type FeedbackAspect = (typeof FEEDBACK_ASPECTS)[number];

export const FEEDBACK_POINTS = [1, 2, 3, 4, 5] as const;

/** From so many answers on a class is shown: fewer could be told apart. */
export const FEEDBACK_SHOWN_FROM = 5;

/** Whether so many answers of one class, or of one lecturer in one class, may be shown and added to a total. */
export const isShown = (answers: number): boolean => answers >= FEEDBACK_SHOWN_FROM;

/** Whoever came to the class is asked. */
export const FEEDBACK_ASKED = ['attending', 'passed', 'failed'] as const satisfies readonly EnrolmentStatus[];

export const FEEDBACK_STATES = ['not_attended', 'not_yet', 'open', 'given', 'over'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export interface FeedbackFacts {
  status: EnrolmentStatus;
  classStatus: ClassStatus;
  endsOn: string;
  /** Beijing day on which the commission closed the class. */
  closedOn: string | null;
  given: boolean;
}

export interface AspectFigure {
  aspect: FeedbackAspect;
  mean: number;
  /** How many gave one, two … five points. */
  spread: number[];
}

/** What may be known of the answers of one class. */
export interface ClassFeedback {
  invited: number;
  /** Null below five answers: then nothing else is known either. */
  answers: number | null;
  aspects: AspectFigure[];
  lecturers: { id: string; name: string; answers: number; mean: number }[];
  remarks: { id: string; text: string }[];
}

/** Last day on which the class may be rated: so many days after its end, or after its closing where that came later. */
export const feedbackUntil = ({ endsOn, closedOn }: Pick<FeedbackFacts, 'endsOn' | 'closedOn'>, days: number): string =>
  addDays(closedOn !== null && closedOn > endsOn ? closedOn : endsOn, days);

export const feedbackStateOf = (facts: FeedbackFacts, today: string, days: number): FeedbackState => {
  const { status, classStatus, endsOn, given } = facts;
  if (given) return 'given';
  if (classStatus === 'cancelled' || !FEEDBACK_ASKED.some((asked) => asked === status)) return 'not_attended';
  if (classStatus !== 'closed' && endsOn >= today) return 'not_yet';
  return today > feedbackUntil(facts, days) ? 'over' : 'open';
};
