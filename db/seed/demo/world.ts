import type * as tables from '#db/schema';
import type { CourseModule, Syllabus } from '~/domain/course/course';
import type { EngagementRole } from '~/domain/person/person';
import type { Role } from '~/domain/shared/actor';
import type { EventData, EventName } from '~/domain/shared/events';
import { beijingDate } from '~/domain/shared/period';
import { Random } from '../random';

type Row<Name extends keyof typeof tables> = (typeof tables)[Name] extends { $inferInsert: infer Inserted } ? Inserted : never;

export type OrganisationRow = Row<'organisation'>;
export type PersonRow = Row<'person'>;
export type ClassRow = Row<'trainingClass'>;
export type LessonRow = Row<'lesson'>;
export type EnrolmentRow = Row<'enrolment'>;

/** Who did something: what an event and a decision name as their author. */
export interface Voice {
  accountId: string;
  role: Role;
  organisationId: string | null;
}

/** A person in the story, with what decides where she may be and how she is counted. */
export interface Member {
  person: PersonRow;
  role: EngagementRole | null;
  institution: OrganisationRow | null;
  /** First day on post; students: the day from which they learn. */
  from: string;
  until: string | null;
  /** Days with a lesson: nobody sits in two rooms at once. */
  busy: Set<string>;
  /** Classes begun per year. */
  classes: Map<string, number>;
}

export interface SeedCourse {
  row: Row<'course'>;
  modules: CourseModule[];
  provider: OrganisationRow;
  syllabus: (Row<'syllabusVersion'> & { content: Syllabus }) | null;
}

export interface SeedClass {
  row: ClassRow;
  course: SeedCourse;
  lessons: LessonRow[];
  enrolments: SeedEnrolment[];
}

export interface SeedEnrolment {
  row: EnrolmentRow;
  member: Member;
  marks: Row<'attendance'>[];
  scores: Row<'score'>[];
}

interface SeedEvent {
  name: EventName;
  subjectType: string;
  subjectId: string;
  data: EventData[EventName];
  voice: Voice | null;
  at: Date;
  /** Recent: its messages go to the inboxes. */
  tell: boolean;
}

export class World {
  #last = 0;
  readonly today: string;
  readonly random = new Random(20_231_001);
  readonly rows = {
    organisation: [] as OrganisationRow[],
    person: [] as PersonRow[],
    institutionFile: [] as Row<'institutionFile'>[],
    institutionClass: [] as Row<'institutionClass'>[],
    institutionPeriod: [] as Row<'institutionPeriod'>[],
    institutionCapacity: [] as Row<'institutionCapacity'>[],
    institutionChange: [] as Row<'institutionChange'>[],
    engagement: [] as Row<'engagement'>[],
    offPost: [] as Row<'offPost'>[],
    postClaim: [] as Row<'postClaim'>[],
    engagementDispute: [] as Row<'engagementDispute'>[],
    rosterConfirmation: [] as Row<'rosterConfirmation'>[],
    doubleRoster: [] as Row<'doubleRoster'>[],
    account: [] as Row<'account'>[],
    membership: [] as Row<'membership'>[],
    accountClaim: [] as Row<'accountClaim'>[],
    lecturer: [] as Row<'lecturer'>[],
    course: [] as Row<'course'>[],
    courseModule: [] as Row<'courseModule'>[],
    syllabusVersion: [] as Row<'syllabusVersion'>[],
    trainingClass: [] as ClassRow[],
    lesson: [] as LessonRow[],
    enrolment: [] as EnrolmentRow[],
    attendance: [] as Row<'attendance'>[],
    score: [] as Row<'score'>[],
    closing: [] as Row<'closing'>[],
    completion: [] as Row<'completion'>[],
    feedbackGiven: [] as Row<'feedbackGiven'>[],
    feedback: [] as Row<'feedback'>[],
    feedbackLecturer: [] as Row<'feedbackLecturer'>[],
    completionEntry: [] as Row<'completionEntry'>[],
    completionCertificate: [] as Row<'completionCertificate'>[],
    certificateCounter: [] as Row<'certificateCounter'>[],
  };
  readonly events: SeedEvent[] = [];
  readonly members: Member[] = [];
  readonly courses: SeedCourse[] = [];
  readonly classes: SeedClass[] = [];
  /** Outline id per category. */
  readonly outlines: Map<string, { id: string; version: number }>;
  /** Staff by organisation id: who speaks for it. */
  readonly voices = new Map<string, Voice>();

  constructor(
    readonly now: Date,
    outlines: Map<string, { id: string; version: number }>,
  ) {
    this.today = beijingDate(now);
    this.outlines = outlines;
  }

  /** Numbers people and institutions from one, the same every time. */
  nextNumber(): number {
    this.#last += 1;
    return this.#last;
  }

  say<Name extends EventName>(
    name: Name,
    subject: { type: string; id: string },
    by: { voice: Voice | null; at: Date; tell?: boolean },
    data: EventData[Name],
  ): void {
    this.events.push({ name, subjectType: subject.type, subjectId: subject.id, data, voice: by.voice, at: by.at, tell: by.tell ?? false });
  }

  voiceOf(organisationId: string): Voice {
    const voice = this.voices.get(organisationId);
    if (!voice) throw new Error(`nobody speaks for ${organisationId}`);
    return voice;
  }

  /** The commission that decides for a provider: its district's, or the city's. */
  reviewerOf(provider: OrganisationRow): Voice {
    const commission = this.rows.organisation.find(
      (row) =>
        (row.kind === 'commission_district' || row.kind === 'commission_city') &&
        (row.districtCode ?? null) === (provider.districtCode ?? null),
    );
    if (!commission?.id) throw new Error(`no commission decides for ${provider.name}`);
    return this.voiceOf(commission.id);
  }

  memberNamed(name: string): Member {
    const found = this.members.find((member) => member.person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }
}
