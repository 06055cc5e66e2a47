import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { DataTable } from './data-table';
import { Form, FormActions } from './form';
import { useField } from './form-state';
import classes from './placement.module.css';
import { Cell, Tick } from './placement-cells';
import { TermFields, type TermValues } from './placement-term-fields';
import { Badge } from './status-badge';

interface StudentChoice {
  id: string;
  name: string;
  studentNo: string;
  className: string;
  major: string;
  isMinor: boolean;
  isPlaced: boolean;
}

interface Line {
  studentId: string;
  agreementNo: string;
  insuranceNo: string;
  guardianConsent: boolean;
}

interface ProposalFormProps {
  institutionId: string;
  students: readonly StudentChoice[];
  /** What was typed for those who were refused, to be put right. */
  again: { term: TermValues; lines: readonly Line[] } | null;
}

/** The terms that all share, and a line for each student. */
export const ProposalForm = ({ institutionId, students, again }: ProposalFormProps) => {
  const { t } = useTranslation('placement');
  const lineOf = (id: string) => again?.lines.find(({ studentId }) => studentId === id);
  return (
    <Form name="propose" columns>
      <input type="hidden" name="institutionId" value={institutionId} />
      <TermFields term={again?.term} />
      <div className={classes.wide}>
        <Nobody />
        <p>{t('new.studentsHint')}</p>
        <DataTable
          caption={t('new.students')}
          captionHidden
          dense
          rows={students}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('field.student'),
              rowHeader: true,
              cell: (row) => (
                <span className={classes.tick}>
                  <Tick name="student[]" value={row.id} label={row.name} preset={lineOf(row.id) !== undefined} /> {row.name}{' '}
                  {row.isMinor && <Badge tone="wait">{t('new.minor')}</Badge>} {row.isPlaced && <Badge>{t('new.placed')}</Badge>}
                </span>
              ),
            },
            { key: 'no', header: t('field.studentNo'), nowrap: true, cell: (row) => row.studentNo },
            { key: 'class', header: t('field.className'), cell: (row) => [row.major, row.className].filter(Boolean).join(' · ') },
            {
              key: 'agreement',
              header: t('field.agreementNo'),
              cell: (row) => (
                <Cell
                  name={`agreementNo.${row.id}`}
                  label={t('new.agreementOf', { name: row.name })}
                  preset={lineOf(row.id)?.agreementNo}
                />
              ),
            },
            {
              key: 'insurance',
              header: t('field.insuranceNo'),
              cell: (row) => (
                <Cell
                  name={`insuranceNo.${row.id}`}
                  label={t('new.insuranceOf', { name: row.name })}
                  preset={lineOf(row.id)?.insuranceNo}
                />
              ),
            },
            {
              key: 'consent',
              header: t('field.guardianConsent'),
              cell: (row) => (
                <Tick
                  name={`guardianConsent.${row.id}`}
                  value="on"
                  label={t('new.consentOf', { name: row.name })}
                  preset={lineOf(row.id)?.guardianConsent}
                />
              ),
            },
          ]}
        />
      </div>
      <FormActions>
        <SubmitButton intent="propose">{t('new.submit')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

const Nobody = () => {
  const { id, error } = useField('students');
  return error ? (
    <p className={classes.error} id={id}>
      {error}
    </p>
  ) : null;
};
