import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DateField, NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import { Section, Stack } from './page';

interface ClassSettingsProps {
  group: { capacity: number; seatsTaken: number; waitingCount: number };
  settings: {
    term: string;
    place: string;
    meetingLink: string | null;
    minimumSize: number;
    enrolFromOn: string;
    enrolUntilOn: string;
    startsOn: string;
    begun: boolean;
  };
}

/** Everything that a provider may change about a running class, each change its own form. */
export const ClassSettings = ({ group, settings }: ClassSettingsProps) => {
  const { t } = useTranslation(['class', 'common']);
  const counts = { capacity: group.capacity, held: group.seatsTaken, waiting: group.waitingCount };
  return (
    <Stack>
      <Section title={t('manage.capacityTitle')} intro={t('manage.capacityText', counts)}>
        <Form name="capacity">
          <NumberField name="capacity" label={t('field.capacity')} defaultValue={group.capacity} maxLength={4} />
          <FormActions>
            <SubmitButton intent="capacity">{t('manage.capacitySave')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      <Section title={t('manage.editTitle')}>
        <Form name="edit">
          <TextField name="term" label={t('field.term')} hint={t('form.termHint')} defaultValue={settings.term} optional maxLength={40} />
          <TextField
            name="meetingLink"
            label={t('field.link')}
            hint={t('form.linkHint')}
            defaultValue={settings.meetingLink}
            optional
            maxLength={500}
          />
          <NumberField
            name="minimumSize"
            label={t('field.minimumSize')}
            hint={t('form.minimumHint')}
            defaultValue={settings.minimumSize}
            maxLength={4}
          />
          <DateField name="enrolFromOn" label={t('form.from')} defaultValue={settings.enrolFromOn} />
          <DateField name="enrolUntilOn" label={t('form.until')} hint={t('form.windowHint')} defaultValue={settings.enrolUntilOn} />
          <FormActions>
            <SubmitButton intent="edit">{t('common:action.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      {!settings.begun && (
        <Section title={t('manage.moveTitle')}>
          <ConfirmForm name="move" intent="move" label={t('manage.moveSave')} explanation={t('manage.moveText')}>
            <DateField name="startsOn" label={t('manage.moveStart')} defaultValue={settings.startsOn} />
            <TextField name="place" label={t('field.place')} defaultValue={settings.place} optional maxLength={200} />
          </ConfirmForm>
        </Section>
      )}
      <Section title={t('manage.cancelTitle')}>
        <ConfirmForm name="cancel" intent="cancel" label={t('manage.cancelSave')} explanation={t('manage.cancelText')} danger />
      </Section>
    </Stack>
  );
};
