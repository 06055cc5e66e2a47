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

const PAGES = { list: paths.staffCertificates(), one: paths.staffCertificate };

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:page.facts');

export const loader = ({ request, params: { certificateId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => heldPage(await requireActor(request, 'institution_admin'), certificateId, now()));

export const action = ({ request, params: { certificateId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => answerHeld(request, await requireActor(request, 'institution_admin'), certificateId, PAGES));

export default function StaffCertificate() {
  const { details, draft, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  const { certificate: held, holder } = details;
  return (
    <Page
      title={`${holder.name} · ${held.name}`}
      status={<StatusBadge kind="certificate:status" status={held.status} />}
      width="narrow"
      breadcrumbs={[{ label: t('staff.title'), to: paths.staffCertificates() }, { label: held.name }]}
    >
      {draft ? (
        <DraftCertificate details={details} choices={draft} today={today} forStaff />
      ) : (
        <HeldCertificate
          details={details}
          to={paths.staffCertificate}
          correct={paths.newStaffCertificate({ replaces: held.id })}
          renew={paths.newStaffCertificate()}
        />
      )}
    </Page>
  );
}
