import type { RefusalParams } from '../shared/refusals';
import type { EnrolmentRefusal } from './judgement';

/** What somebody is told before she asks: whether a class would take her, and from which posts. */
export interface Fitting {
  ok: boolean;
  code: EnrolmentRefusal | null;
  params: RefusalParams;
  posts: { id: string; institutionName: string; role: string }[];
  isPreService: boolean;
}

/** The next open class that would take her. */
export interface NextClass {
  id: string;
  code: string;
  courseTitle: string;
  startsOn: string;
  seatsLeft: number;
}

/** A member of an institution's staff and whether she may go to a class. */
export interface Candidate {
  personId: string;
  name: string;
  role: string | null;
  ok: boolean;
  code: EnrolmentRefusal | null;
  params: RefusalParams;
}
