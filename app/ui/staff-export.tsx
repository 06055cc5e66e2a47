import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { TextField } from './fields';
import { Form, FormActions } from './form';
import { Row } from './page';
import { ExportLink } from './page-tools';

/** The roster as a workbook; full numbers only with a reason. */
export const StaffExport = ({ to }: { to: string }) => {
  const { t } = useTranslation(['roster', 'common']);
  return (
    <Row>
      <ExportLink to={to}>{t('export.masked')}</ExportLink>
      <details data-print="no">
        <summary>{t('export.full')}</summary>
        <p>{t('export.fullText')}</p>
        <Form name="export" action={to} reloadDocument>
          <TextField name="reason" label={t('common:field.reason')} maxLength={500} />
          <FormActions>
            <SubmitButton emphasis="second">{t('export.full')}</SubmitButton>
          </FormActions>
        </Form>
      </details>
    </Row>
  );
};
