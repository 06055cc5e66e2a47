import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listAgreements } from '~/domain/talent/agreement-queries.server';
import { COOPERATION_PER_PAGE } from '~/domain/talent/cooperation';
import { agreementSearch } from '~/domain/talent/cooperation/inputs';
import { now } from '~/platform/clock.server';
import { AgreementFilter } from '~/ui/agreement-filter';
import { AgreementTable } from '~/ui/agreement-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:agreements.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const search = parseSearch(request, agreementSearch);
    return { ...(await listAgreements(actor, search, now())), search };
  });

export default function InstitutionAgreements() {
  const { rows, total, waiting, ending, endingDays, search } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page title={t('agreements.title')} lead={t('agreements.leadInstitution')} width="wide" actions={<ListExport list="agreements" />}>
      {waiting > 0 && (
        <NextStep to={paths.institutionAgreements({ phase: 'proposed' })} action={t('agreements.see')}>
          {t('agreements.waitingInstitution', { count: waiting })}
        </NextStep>
      )}
      {ending > 0 && (
        <NextStep to={paths.institutionAgreements({ phase: 'ending' })} action={t('agreements.see')}>
          {t('agreements.ending', { count: ending, days: endingDays })}
        </NextStep>
      )}
      <Section>
        <AgreementFilter search={search} />
        <AgreementTable rows={rows} to={paths.institutionAgreement} side="institution" empty={t('agreements.emptyInstitution')} />
        <Pagination page={search.page} pageSize={COOPERATION_PER_PAGE} total={total} />
      </Section>
    </Page>
  );
}
