import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { enterStudent } from '~/domain/talent/enter-student.server';
import { newStudentInput } from '~/domain/talent/student/inputs';
import { listOwnPoints } from '~/domain/talent/student-queries.server';
import { LinkButton, SubmitButton } from '~/ui/button';
import { Form, FormActions } from '~/ui/form';
import { IdentityFields } from '~/ui/identity-fields';
import { NextStep } from '~/ui/next-step';
import { Page, Section, Stack } from '~/ui/page';
import { StudentFields } from '~/ui/student-fields';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'funnel:student.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => ({ points: await listOwnPoints(await requireActor(request, 'provider_staff')) }));

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const id = await enterStudent(ctx, await parseForm(request, newStudentInput(beijingDate(ctx.now))));
    return redirectWithToast(paths.student(id), 'funnel:student.entered');
  });

export default function NewStudent() {
  const { points } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['funnel', 'common']);
  return (
    <Page
      title={t('student.newTitle')}
      lead={t('student.newLead')}
      width="narrow"
      breadcrumbs={[{ label: t('student.title'), to: paths.students() }, { label: t('student.newTitle') }]}
    >
      {points.length === 0 ? (
        <NextStep to={paths.programmes()} action={t('student.toPoints')}>
          {t('student.noPoints')}
        </NextStep>
      ) : (
        <Form>
          <Section title={t('student.who')}>
            <Stack>
              <IdentityFields />
            </Stack>
          </Section>
          <Section title={t('student.studies')}>
            <Stack>
              <StudentFields points={points} />
            </Stack>
          </Section>
          <FormActions>
            <SubmitButton>{t('student.save')}</SubmitButton>
            <LinkButton to={paths.students()} emphasis="quiet">
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
