const INSURED = /^(.*?)\s*\(至\s*(\d{4}-\d{2}-\d{2})\)$/;

/** A policy number, with its last day in brackets where the ledger gives one. Half-width text. */
export function insuranceIn(cell: string | null): { insurance_no: string; insured_until_on: string | null } {
  const parts = INSURED.exec(cell ?? '');
  return { insurance_no: (parts ? (parts[1] ?? '') : (cell ?? '')).slice(0, 60), insured_until_on: parts?.[2] ?? null };
}

/** Both mentors in one cell: the college's before the stroke, the institution's behind it. */
export function mentorsIn(cell: string | null): { college_mentor: string; institution_mentor: string } {
  const [college = '', institution = ''] = (cell ?? '').split(/\s*[/、,;]\s*/);
  return { college_mentor: college, institution_mentor: institution };
}
