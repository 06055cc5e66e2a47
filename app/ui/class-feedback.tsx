import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ClassFeedback as Facts } from '~/domain/completion/feedback';
import { FEEDBACK_POINTS } from '~/domain/completion/feedback';
import { formatDateTime, formatNumber, formatPercent } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Section } from './page';
import { useLanguage } from './use-words';

interface ClassFeedbackProps {
  feedback: Facts;
  asOf: string;
  toLecturer?: (id: string) => string;
}

const points = (mean: number): string => mean.toFixed(1);

/** What the trainees of one class said: nothing at all below five answers. */
export const ClassFeedback = ({ feedback, asOf, toLecturer }: ClassFeedbackProps) => {
  const { t } = useTranslation('feedback');
  const language = useLanguage();
  const { answers, invited } = feedback;
  if (answers === null) {
    return (
      <EmptyState title={t('class.tooFew')}>
        <p>{t('class.tooFewText', { invited })}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Section title={t('class.aspects')} intro={t('class.answered', { answers, invited, percent: formatPercent(answers, invited) })}>
        <DataTable
          caption={t('class.aspects')}
          captionHidden
          rows={feedback.aspects}
          rowKey={(row) => row.aspect}
          columns={[
            { key: 'aspect', header: t('class.aspect'), rowHeader: true, cell: (row) => t(`aspect.${row.aspect}`) },
            { key: 'mean', header: t('class.mean'), numeric: true, cell: (row) => <strong>{points(row.mean)}</strong> },
            ...[...FEEDBACK_POINTS].reverse().map((given) => ({
              key: String(given),
              header: t(`points.${given}`),
              numeric: true,
              cell: (row: Facts['aspects'][number]) => formatNumber(row.spread[given - 1] ?? 0, language),
            })),
          ]}
        />
        <p>
          <small>{t('class.rule', { at: formatDateTime(asOf) })}</small>
        </p>
      </Section>
      <Section title={t('class.lecturers')}>
        <DataTable
          caption={t('class.lecturers')}
          captionHidden
          rows={feedback.lecturers}
          rowKey={(row) => row.id}
          empty={<p>{t('class.lecturersNone')}</p>}
          columns={[
            {
              key: 'name',
              header: t('class.lecturer'),
              rowHeader: true,
              cell: (row) => (toLecturer ? <Link to={toLecturer(row.id)}>{row.name}</Link> : row.name),
            },
            { key: 'mean', header: t('class.mean'), numeric: true, cell: (row) => <strong>{points(row.mean)}</strong> },
            { key: 'answers', header: t('class.answers'), numeric: true, cell: (row) => formatNumber(row.answers, language) },
          ]}
        />
      </Section>
      <Section title={t('class.remarks')} intro={feedback.remarks.length > 0 ? t('class.remarksNote') : undefined}>
        {feedback.remarks.length === 0 ? (
          <p>{t('class.noRemarks')}</p>
        ) : (
          <ul>
            {feedback.remarks.map((remark) => (
              <li key={remark.id}>{remark.text}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
};
