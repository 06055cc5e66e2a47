import { useTranslation } from 'react-i18next';
import { CLASS_EXPORTS, paths } from '~/web/paths';
import { SubmitButton } from './button';
import { TextField } from './fields';
import { Form, FormActions } from './form';
import { Row, Section } from './page';
import { ExportLink } from './page-tools';

/** The ledgers of a class as workbooks; full numbers only with a reason. */
export const ClassExports = ({ classId }: { classId: string }) => {
  const { t } = useTranslation('class');
  return (
    <Section title={t('manage.exports')} intro={t('manage.exportsText')} id="exports">
      <Row>
        {CLASS_EXPORTS.map((kind) => (
          <ExportLink key={kind} to={paths.classExport(classId, kind)}>
            {t(`ledger.name.${kind}`)}
          </ExportLink>
        ))}
      </Row>
      <details>
        <summary>{t('manage.fullNumbers')}</summary>
        <Form name="export" action={paths.classExport(classId, 'roster')} reloadDocument>
          <TextField name="reason" label={t('manage.fullReason')} maxLength={500} />
          <FormActions>
            {CLASS_EXPORTS.filter((kind) => kind !== 'sign-in-sheet').map((kind) => (
              <SubmitButton key={kind} name="ledger" value={kind} emphasis="second">
                {t(`ledger.name.${kind}`)}
              </SubmitButton>
            ))}
          </FormActions>
        </Form>
      </details>
    </Section>
  );
};
