import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getAgreement } from '~/domain/talent/agreement-queries.server';
import { now } from '~/platform/clock.server';
import { AgreementFacts } from '~/ui/agreement-facts';
import { Page, Section } from '~/ui/page';
import { titleOf } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.agreement.number ?? '');

export const loader = ({ request, params: { agreementId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return { agreement: await getAgreement(actor, agreementId, now()) };
  });

export default function CityAgreement() {
  const { agreement } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page
      title={agreement.number}
      breadcrumbs={[{ label: t('agreements.title'), to: paths.cityAgreements() }, { label: agreement.number }]}
    >
      <Section title={t('agreement.facts')}>
        <AgreementFacts agreement={agreement} to={paths.cityAgreement} />
      </Section>
    </Page>
  );
}
