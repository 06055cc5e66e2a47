import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { practiceSearch } from '~/domain/talent/cooperation/inputs';
import { practicePage } from '~/domain/talent/practice-page.server';
import { now } from '~/platform/clock.server';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { PracticeLists } from '~/ui/practice-lists';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:practice.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    return practicePage(actor, parseSearch(request, practiceSearch), now());
  });

export default function InstitutionPractice() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page title={t('practice.title')} lead={t('practice.leadInstitution')} width="wide" actions={<ListExport list="teacher-practice" />}>
      <PracticeLists side="institution" {...shown} />
    </Page>
  );
}
