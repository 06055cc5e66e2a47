import { useTranslation } from 'react-i18next';
import type { Fitting, NextClass } from '~/domain/enrolment/fitting';
import type { WordKey } from '~/i18n/words';
import { paths } from '~/web/paths';
import { LinkButton, SubmitButton } from './button';
import { CheckboxField, RadioGroup } from './choice-fields';
import { TextField } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Row } from './page';
import { useWords } from './use-words';

interface EnrolFormProps {
  fitting: Fitting;
  /** No seat is free, or somebody waits already: she joins the queue. */
  waits: boolean;
}

export const EnrolForm = ({ fitting, waits }: EnrolFormProps) => {
  const { t } = useTranslation('enrolment');
  const words = useWords();
  const role = (post: Fitting['posts'][number]) => words(`person:role.${post.role}` as WordKey);
  return (
    <>
      <Notice tone="good">{waits ? t('form.fitsWaiting') : t('form.fits')}</Notice>
      <Form>
        {fitting.posts.length > 0 && (
          <RadioGroup
            name="engagementId"
            label={t('form.post')}
            hint={t('form.postHint')}
            defaultValue={fitting.posts[0]?.id}
            options={fitting.posts.map((post) => ({
              value: post.id,
              label: t('form.postOption', { institution: post.institutionName, role: role(post) }),
            }))}
            stacked
          />
        )}
        {fitting.posts.length === 0 && (
          <CheckboxField
            name="preService"
            label={t('form.preService')}
            hint={t('form.preServiceHint')}
            defaultChecked={fitting.isPreService}
          />
        )}
        <CheckboxField name="needsLodging" label={t('form.lodging')} />
        <TextField name="remark" label={t('form.remark')} hint={t('form.remarkHint')} optional maxLength={200} />
        <FormActions>
          <SubmitButton>{waits ? t('form.submitWaiting') : t('form.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
};

/** Why not, in a sentence, and the next open class that would take her. */
export const NotFitting = ({ fitting, next }: { fitting: Fitting; next: NextClass | null }) => {
  const { t } = useTranslation('enrolment');
  const words = useWords();
  return (
    <>
      <Notice tone="warn" title={t('form.notFit')}>
        {fitting.code && <p>{words(`refusals:${fitting.code}`, fitting.params)}</p>}
      </Notice>
      {next ? (
        <>
          <p>{t('form.next', { course: next.courseTitle, code: next.code, date: next.startsOn, left: next.seatsLeft })}</p>
          <Row>
            <LinkButton to={paths.class(next.id)} emphasis="second">
              {t('form.toNext')}
            </LinkButton>
          </Row>
        </>
      ) : (
        <p>{t('form.noNext')}</p>
      )}
    </>
  );
};
