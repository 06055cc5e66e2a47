import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { newEntrySearch } from '~/domain/certificate/inputs';
import { newEntry } from '~/domain/certificate/new-entry.server';
import { now } from '~/platform/clock.server';
import { NewCertificate } from '~/ui/new-certificate';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { answerEntry } from '~/web/certificate-acts.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:entry.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const search = parseSearch(request, newEntrySearch);
    return { entry: await newEntry(actor, { ...search, engagement: '' }, now()), unknown: actor.personId === null };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    answerEntry(request, await requireActor(request, 'trainee'), { list: paths.myCertificates(), one: paths.myCertificate }),
  );

export default function NewMyCertificate() {
  const { entry, unknown } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificate', 'refusals']);
  const [search] = useSearchParams();
  return (
    <Page
      title={t(entry.corrects ? 'entry.correct' : 'entry.title')}
      width="narrow"
      breadcrumbs={[{ label: t('mine.title'), to: paths.myCertificates() }, { label: t('entry.title') }]}
    >
      {unknown ? (
        <Notice tone="warn">{t('refusals:claim_pending')}</Notice>
      ) : (
        <NewCertificate entry={entry} to={(family) => paths.newMyCertificate({ family, replaces: family && search.get('replaces') })} />
      )}
    </Page>
  );
}
