import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { TextField } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Section } from './page';
import { Badge } from './status-badge';
import classes from './teaching.module.css';

interface AssessorPanelProps {
  assessors: readonly { id: string; name: string; known: boolean }[];
  taught: number;
  mayEdit: boolean;
}

/** Who examines; whoever taught a candidate is pointed out. */
export const AssessorPanel = ({ assessors, taught, mayEdit }: AssessorPanelProps) => {
  const { t } = useTranslation('evaluation');
  return (
    <Section title={t('assessors.title')} intro={t('assessors.intro')} id="assessors">
      {taught > 0 && (
        <Notice tone="warn" title={t('assessors.taughtTitle')}>
          {t('assessors.taught', { count: taught })}
        </Notice>
      )}
      {assessors.length === 0 ? (
        <p>{t('assessors.empty')}</p>
      ) : (
        <ul className={classes.gaps}>
          {assessors.map(({ id, name, known }) => (
            <li key={id}>
              <span>
                <strong>{name}</strong> {known && <Badge tone="off">{t('assessors.known')}</Badge>}
              </span>
              {mayEdit && (
                <Form name={`remove-${id}`}>
                  <input type="hidden" name="assessorId" value={id} />
                  <SubmitButton intent="removeAssessor" emphasis="quiet" small>
                    {t('assessors.removeShort')}
                    <span className="visually-hidden">{t('assessors.remove', { name })}</span>
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <Form name="assessor" columns>
          <input type="hidden" name="idType" value="resident_id" />
          <TextField name="name" label={t('field.name')} maxLength={50} />
          <TextField name="idNumber" label={t('field.idNumber')} hint={t('assessors.idHint')} optional maxLength={60} />
          <FormActions>
            <SubmitButton intent="addAssessor" emphasis="second">
              {t('assessors.add')}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
};
