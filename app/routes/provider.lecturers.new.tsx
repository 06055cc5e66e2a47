import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lecturerInput } from '~/domain/lecturer/inputs';
import { proposeLecturer } from '~/domain/lecturer/propose-lecturer.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { Form, FormActions } from '~/ui/form';
import { LecturerFields } from '~/ui/lecturer-fields';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useReviewer } from '~/ui/use-reviewer';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'lecturer:form.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return { districtCode: actor.organisation?.districtCode ?? null };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const input = await parseForm(request, lecturerInput(beijingDate(now())));
    const id = await proposeLecturer(contextFor(actor), input);
    return redirectWithToast(paths.providerLecturer(id), 'lecturer:form.proposed');
  });

export default function NewLecturer() {
  const { districtCode } = useLoaderData<typeof loader>();
  const { t } = useTranslation('lecturer');
  const who = useReviewer()(districtCode);
  return (
    <Page
      title={t('form.newTitle')}
      lead={t('form.newLead', { who })}
      breadcrumbs={[{ label: t('title'), to: paths.providerLecturers() }, { label: t('form.newTitle') }]}
      width="narrow"
    >
      <Section>
        <Form>
          <LecturerFields />
          <FormActions>
            <SubmitButton>{t('form.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
