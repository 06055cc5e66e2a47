import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findInstitutions } from '~/domain/person/my-posts.server';
import { findPartner } from '~/domain/talent/agreement-queries.server';
import { partnerSearch, practiceInput } from '~/domain/talent/cooperation/inputs';
import { planPractice } from '~/domain/talent/save-practice.server';
import { Page, Section } from '~/ui/page';
import { PartnerSearch } from '~/ui/partner-search';
import { PracticeForm } from '~/ui/practice-form';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:practice.new');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const search = parseSearch(request, partnerSearch);
    const institution = await findPartner(actor, search.institution);
    return { search, institution, found: institution ? [] : await findInstitutions(search.district, search.q) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    await planPractice(contextFor(actor), await parseForm(request, practiceInput));
    return redirectWithToast(paths.teacherPractice(), 'programme:practice.planned');
  });

export default function NewPractice() {
  const { search, institution, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page
      title={t('practice.new')}
      breadcrumbs={[{ label: t('practice.title'), to: paths.teacherPractice() }, { label: t('practice.new') }]}
    >
      {institution ? (
        <Section title={t('practice.facts')}>
          <PracticeForm institution={institution} other={paths.newPractice()} submit={t('practice.new')} />
        </Section>
      ) : (
        <PartnerSearch search={search} found={found} action={paths.newPractice()} />
      )}
    </Page>
  );
}
