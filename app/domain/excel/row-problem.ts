/** What may be wrong with a row. Each has a sentence in both languages that says how to mend it. */
export const ROW_PROBLEMS = [
  // cells
  'required',
  'cell_error',
  'formula_without_value',
  'text_too_long',
  'name_invalid',
  'identity_truncated',
  'id_format',
  'id_fifteen',
  'id_check_digit',
  'id_birth_date',
  'id_future',
  'phone_invalid',
  'date_unreadable',
  'date_without_day',
  'date_order',
  'date_impossible',
  'date_future',
  'date_span',
  'yes_or_no',
  'number_unreadable',
  'number_not_whole',
  'number_range',
  'number_truncated',
  'not_in_list',
  'uscc_invalid',
  'contact_phone_invalid',
  // rows
  'twice_in_file',
  'person_unknown',
  'person_name_differs',
  'differs_from_identity',
  'person_merged',
  'too_young',
  'outside_scope',
  'changed_meanwhile',
  'failed_to_write',
  // certificates
  'certificate_number_format',
  'certificate_number_level',
  'certificate_number_year',
  'certificate_number_taken',
  'certificate_level_not_of_occupation',
  'certificate_level_missing',
  'certificate_occupation_missing',
  'certificate_occupation_unfit',
  'certificate_before_scheme',
  'certificate_issued_before_birth',
  'certificate_ends_before_issue',
  'certificate_stands_already',
  'certificate_differs_from_standing',
  'certificate_kind_unknown',
  'certificate_not_yours',
  'certificate_was_revoked',
  // rosters
  'institution_unknown',
  'institution_name_differs',
  'institution_not_yours',
  'engagement_ends_before_start',
  'engagement_ended_already',
  'engagement_on_other_roster',
  'engagement_start_differs',
  // institutions
  'district_unknown',
  'site_ambiguous',
  'filed_without_day',
  'institution_kept_elsewhere',
  'outside_area',
  'capacity_differs',
  // completions
  'category_unknown',
  'ends_before_start',
  'completed_outside_class',
  'completion_before_records',
  'completion_other_title',
  'provider_unknown',
  'no_hours',
  'completion_live_class',
  'completion_differs',
  'completion_not_passed',
  'completion_number_taken',
  'completion_ended_before',
  // 1+X results
  'sitting_unknown',
  'sitting_not_yours',
  'sitting_closed',
  'candidate_unknown',
  'candidate_withdrawn',
  'exam_not_yet',
  'credit_number_format',
  'results_published',
  'absent_with_points',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

export interface RowProblem {
  /** Key of the column; '' for the row as a whole. */
  column: string;
  code: RowProblemCode;
  params?: Record<string, string | number>;
}

/** Why a whole import cannot be taken back. */
export const UNDO_BLOCKS = [
  'certificate_decided',
  'engagement_changed',
  'engagement_used',
  'roster_confirmed',
  'person_used',
  'institution_used',
  'institution_changed',
  'completion_ended',
  'completion_used',
  'result_changed',
  'sitting_moved_on',
] as const;
export type UndoBlock = (typeof UNDO_BLOCKS)[number];
