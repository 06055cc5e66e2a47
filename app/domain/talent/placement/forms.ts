type Form = Readonly<Record<string, unknown>>;

const said = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

export interface StudentLine {
  studentId: string;
  agreementNo: string;
  insuranceNo: string;
  guardianConsent: boolean;
}

/** A line for each student that is ticked: `<field>.<student>`. */
export const readStudents = (form: Form, chosen: readonly string[]): StudentLine[] =>
  [...new Set(chosen)].map((studentId) => ({
    studentId,
    agreementNo: said(form, `agreementNo.${studentId}`).slice(0, 60),
    insuranceNo: said(form, `insuranceNo.${studentId}`).slice(0, 60),
    guardianConsent: said(form, `guardianConsent.${studentId}`) === 'on',
  }));

export interface CheckLine {
  placementId: string;
  weekOn: string;
  note: string;
}

const WEEK = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})$/;

/** A line for each week that is ticked: `<placement>.<monday>`, its note under `note.<placement>.<monday>`. */
export const readChecks = (form: Form, chosen: readonly string[]): CheckLine[] =>
  [...new Set(chosen)].flatMap((key) => {
    const [, placementId, weekOn] = WEEK.exec(key) ?? [];
    return placementId && weekOn ? [{ placementId, weekOn, note: said(form, `note.${key}`).slice(0, 500) }] : [];
  });
