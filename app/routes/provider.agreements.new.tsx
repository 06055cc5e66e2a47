import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MAX_COPY_FORM_BYTES } from '~/domain/certificate/copy-file';
import { findInstitutions } from '~/domain/person/my-posts.server';
import { findPartner, renewalOf } from '~/domain/talent/agreement-queries.server';
import { agreementInput, partnerSearch } from '~/domain/talent/cooperation/inputs';
import { proposeAgreement } from '~/domain/talent/propose-agreement.server';
import { now } from '~/platform/clock.server';
import { AgreementForm } from '~/ui/agreement-form';
import { Page, Section } from '~/ui/page';
import { PartnerSearch } from '~/ui/partner-search';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';
import { uploadOf } from '~/web/upload.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:agreements.new');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const search = parseSearch(request, partnerSearch);
    const renewal = search.renews ? await renewalOf(actor, search.renews, now()) : null;
    const institution = renewal?.institution ?? (await findPartner(actor, search.institution));
    return { search, renewal, institution, found: institution ? [] : await findInstitutions(search.district, search.q) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { file, ...entry } = await parseForm(request, agreementInput, { maxBytes: MAX_COPY_FORM_BYTES });
    const agreementId = await proposeAgreement(contextFor(actor), entry, await uploadOf(file));
    return redirectWithToast(paths.agreement(agreementId), 'programme:agreement.proposed');
  });

export default function NewAgreement() {
  const { search, renewal, institution, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const title = t(renewal ? 'agreements.renewTitle' : 'agreements.new');
  return (
    <Page title={title} breadcrumbs={[{ label: t('agreements.title'), to: paths.agreements() }, { label: title }]}>
      {institution ? (
        <Section title={t('agreement.facts')}>
          <AgreementForm
            institution={institution}
            other={renewal ? undefined : paths.newAgreement()}
            renewsId={renewal?.id}
            values={renewal?.values}
            submit={t('agreement.propose')}
          />
        </Section>
      ) : (
        <PartnerSearch search={search} found={found} action={paths.newAgreement()} />
      )}
    </Page>
  );
}
