import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mergeSearch, personNameInput, personNumberInput } from '~/domain/person/inputs';
import { getPersonFound, searchPeople } from '~/domain/person/people-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { PeopleFound } from '~/ui/people-found';
import { PeopleSearch } from '~/ui/people-search';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:people.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { keep } = parseSearch(request, mergeSearch);
    return { keep: keep ? await getPersonFound(actor, keep, now) : null };
  });

/** By POST: a document number never stands in an address or a log. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const byNumber = (await intentOf(request, 'number', 'name')) === 'number';
    const question = await (byNumber ? parseForm(request, personNumberInput(beijingDate(now))) : parseForm(request, personNameInput));
    return { found: await searchPeople(actor, question, now) };
  });

export default function People() {
  const { keep } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('roster');
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      {keep && <Notice tone="info">{t('people.chosen', { name: keep.name, number: keep.idNumberMasked })}</Notice>}
      <PeopleSearch />
      {answer && 'found' in answer && <PeopleFound rows={answer.found} keepId={keep?.id ?? null} />}
    </Page>
  );
}
