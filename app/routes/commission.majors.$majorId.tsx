import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getMajor } from '~/domain/talent/major-queries.server';
import { majorInput } from '~/domain/talent/programme/inputs';
import { editMajor } from '~/domain/talent/save-major.server';
import { MajorForm } from '~/ui/major-form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useMajorName } from '~/ui/use-major-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:majors.edit');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    return { major: await getMajor(params.majorId ?? '') };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    await editMajor(contextFor(actor), params.majorId ?? '', await parseForm(request, majorInput));
    return redirectWithToast(paths.majors(), 'programme:majors.saved');
  });

export default function EditMajor() {
  const { major } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const name = useMajorName()(major);
  return (
    <Page title={name} breadcrumbs={[{ label: t('majors.title'), to: paths.majors() }, { label: name }]}>
      <Section title={t('majors.edit')}>
        <MajorForm values={major} submit={t('majors.save')} />
      </Section>
    </Page>
  );
}
