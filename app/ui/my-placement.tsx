import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import { SubmitButton } from './button';
import { DateField, NumberField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Section } from './page';
import { inHours, type ShownWeek } from './placement-weeks';

interface Running {
  id: string;
  institution: string;
  role: EngagementRole;
  hoursPerDay: number | null;
  weeks: ShownWeek[];
}

/** Today's entry, first on the page: what she wrote already stands there. */
export const LogForm = ({ placement, today, lateDays }: { placement: Running; today: string; lateDays: number }) => {
  const { t } = useTranslation(['placement', 'person']);
  const written = placement.weeks.flatMap((week) => week.entries).find((entry) => entry.day === today);
  return (
    <Section
      title={t('mine.today')}
      intro={t('mine.todayText', { institution: placement.institution, role: t(`person:role.${placement.role}`) })}
      id="log"
    >
      {written && <p>{t('mine.written')}</p>}
      <Form name="log">
        <input type="hidden" name="placementId" value={placement.id} />
        <DateField name="day" label={t('mine.day')} hint={t('mine.dayHint', { days: lateDays })} defaultValue={today} max={today} />
        <NumberField
          name="hours"
          label={t('mine.hours')}
          decimal
          defaultValue={written ? inHours(written.minutes) : (placement.hoursPerDay ?? 8)}
          maxLength={4}
        />
        <TextArea name="text" label={t('mine.text')} defaultValue={written?.text} rows={4} maxLength={2000} />
        <FormActions>
          <SubmitButton intent="log">{t('mine.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
