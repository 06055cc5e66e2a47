import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DateField } from './fields';
import { Form } from './form';
import { Row, Section, Stack } from './page';

interface Leave {
  id: string;
  fromOn: string;
  untilOn: string | null;
}

const Days = ({ leave }: { leave?: Leave }) => {
  const { t } = useTranslation('roster');
  return (
    <>
      <DateField name="fromOn" label={t('field.offFrom')} defaultValue={leave?.fromOn} />
      <DateField name="untilOn" label={t('field.offUntil')} hint={t('field.offUntilHint')} optional defaultValue={leave?.untilOn} />
    </>
  );
};

/** Long leave of one engagement: each with its correction, and a new one. */
export const StaffLeave = ({ leaves, mayAdd }: { leaves: readonly Leave[]; mayAdd: boolean }) => {
  const { t } = useTranslation('roster');
  return (
    <Section title={t('off.title')} intro={t('off.intro')}>
      <Stack>
        {leaves.length === 0 && <p>{t('off.none')}</p>}
        {leaves.map((leave) => (
          <div key={leave.id}>
            <p>
              <strong>
                {leave.untilOn === null
                  ? t('off.open', { from: leave.fromOn })
                  : t('off.days', { from: leave.fromOn, until: leave.untilOn })}
              </strong>
            </p>
            <Row>
              <ConfirmForm
                name={`leave-${leave.id}`}
                intent="change-leave"
                values={{ offPostId: leave.id }}
                label={t('off.change')}
                reason={false}
              >
                <Days leave={leave} />
              </ConfirmForm>
              <ConfirmForm
                name={`remove-${leave.id}`}
                intent="remove-leave"
                values={{ offPostId: leave.id }}
                label={t('off.remove')}
                explanation={t('off.removeText')}
                reason={false}
                danger
              />
            </Row>
          </div>
        ))}
        {mayAdd && (
          <ConfirmForm name="leave" intent="leave" label={t('off.record')} reason={false}>
            <Days />
          </ConfirmForm>
        )}
      </Stack>
    </Section>
  );
};

/** One click, for what needs nothing to be typed. */
export const OneButton = ({ intent, label }: { intent: string; label: string }) => (
  <Form name={intent}>
    <SubmitButton intent={intent} emphasis="second">
      {label}
    </SubmitButton>
  </Form>
);
