import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { expertInput } from '~/domain/lecturer/inputs';
import { lastDayOf } from '~/domain/lecturer/lecturer';
import { enterExpert } from '~/domain/lecturer/propose-lecturer.server';
import { beijingDate } from '~/domain/shared/period';
import { settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { DateField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { LecturerFields } from '~/ui/lecturer-fields';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'lecturer:form.newExpertTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'district_officer', 'city_officer');
    return { untilOn: lastDayOf(beijingDate(now()), await settingNow('lecturer_approval_years')) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const id = await enterExpert(contextFor(actor), await parseForm(request, expertInput(beijingDate(now()))));
    return redirectWithToast(paths.lecturer(id), 'lecturer:form.entered');
  });

export default function NewExpert() {
  const { untilOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('lecturer');
  return (
    <Page
      title={t('form.newExpertTitle')}
      lead={t('form.newExpertLead')}
      breadcrumbs={[{ label: t('title'), to: paths.lecturers() }, { label: t('form.newExpertTitle') }]}
      width="narrow"
    >
      <Section>
        <Form>
          <LecturerFields kind="expert" />
          <DateField name="approvedUntilOn" label={t('page.untilLabel')} hint={t('form.untilHint')} defaultValue={untilOn} optional />
          <FormActions>
            <SubmitButton>{t('form.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
