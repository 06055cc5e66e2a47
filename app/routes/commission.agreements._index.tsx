import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { can } from '~/domain/shared/policy';
import { changeSetting } from '~/domain/shared/settings.server';
import { listAgreements } from '~/domain/talent/agreement-queries.server';
import { COOPERATION_PER_PAGE } from '~/domain/talent/cooperation';
import { agreementSearch, endingDaysInput } from '~/domain/talent/cooperation/inputs';
import { now } from '~/platform/clock.server';
import { AgreementFilter } from '~/ui/agreement-filter';
import { AgreementTable } from '~/ui/agreement-table';
import { ConfirmForm } from '~/ui/confirm-form';
import { NumberField } from '~/ui/fields';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:agreements.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, agreementSearch);
    return { ...(await listAgreements(actor, search, now())), search, isCity: can(actor, 'setting.change') };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { value } = await parseForm(request, endingDaysInput);
    await changeSetting(contextFor(actor), 'agreement_ending_days', value);
    return redirectWithToast(paths.cityAgreements(), 'programme:agreements.endingSaved');
  });

export default function CityAgreements() {
  const { rows, total, ending, endingDays, search, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page title={t('agreements.title')} lead={t('agreements.leadCity')} width="wide" actions={<ListExport list="agreements" />}>
      {ending > 0 && (
        <NextStep to={paths.cityAgreements({ phase: 'ending' })} action={t('agreements.see')}>
          {t('agreements.ending', { count: ending, days: endingDays })}
        </NextStep>
      )}
      <Section>
        <AgreementFilter search={search} districts={isCity} />
        <AgreementTable rows={rows} to={paths.cityAgreement} side="commission" empty={t('agreements.emptyCity')} />
        <Pagination page={search.page} pageSize={COOPERATION_PER_PAGE} total={total} />
        <p>{t('agreements.endingNote', { days: endingDays })}</p>
        {isCity && (
          <ConfirmForm label={t('agreements.changeEnding')} reason={false} name="days">
            <NumberField name="value" label={t('agreements.endingDays')} defaultValue={endingDays} maxLength={3} />
          </ConfirmForm>
        )}
      </Section>
    </Page>
  );
}
