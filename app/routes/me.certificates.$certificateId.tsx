import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { heldPage } from '~/domain/certificate/held-page.server';
import { now } from '~/platform/clock.server';
import { DraftCertificate } from '~/ui/draft-certificate';
import { HeldCertificate } from '~/ui/held-certificate';
import { Page } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { answerHeld } from '~/web/certificate-acts.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:page.facts');

export const loader = ({ request, params: { certificateId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => heldPage(await requireActor(request, 'trainee'), certificateId, now()));

export const action = ({ request, params: { certificateId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    answerHeld(request, await requireActor(request, 'trainee'), certificateId, { list: paths.myCertificates(), one: paths.myCertificate }),
  );

export default function MyCertificate() {
  const { details, draft, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  const { certificate: held } = details;
  return (
    <Page
      title={held.name}
      status={<StatusBadge kind="certificate:status" status={held.status} />}
      width="narrow"
      breadcrumbs={[{ label: t('mine.title'), to: paths.myCertificates() }, { label: held.name }]}
    >
      {draft ? (
        <DraftCertificate details={details} choices={draft} today={today} />
      ) : (
        <HeldCertificate
          details={details}
          to={paths.myCertificate}
          correct={paths.newMyCertificate({ replaces: held.id })}
          renew={paths.newMyCertificate()}
        />
      )}
    </Page>
  );
}
