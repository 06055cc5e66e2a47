import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES } from '~/domain/certificate/certificate';
import { changeIssuer, changeLookup, listIssuer } from '~/domain/certificate/edit-issuer.server';
import { issuerChangeForm, issuerForm, issuerSearch, lookupForm } from '~/domain/certificate/inputs';
import { listIssuers, listLookups } from '~/domain/certificate/issuers.server';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { NewIssuerForm } from '~/ui/issuer-forms';
import { IssuerTable, LookupTable } from '~/ui/issuer-tables';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:issuers.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, issuerSearch);
    const [issuers, lookups] = await Promise.all([
      listIssuers(actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      listLookups(),
    ]);
    return { ...issuers, lookups, page, filter, mayEdit: actor.role === 'city_officer' };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    switch (await intentOf(request, 'add', 'change', 'lookup')) {
      case 'add':
        await listIssuer(ctx, await parseForm(request, issuerForm));
        return redirectWithToast(paths.issuers(), 'certificate:issuers.added');
      case 'change': {
        const { issuerId, ...after } = await parseForm(request, issuerChangeForm);
        await changeIssuer(ctx, issuerId, after);
        return redirectWithToast(paths.issuers(), 'certificate:issuers.saved');
      }
      case 'lookup':
        await changeLookup(ctx, await parseForm(request, lookupForm));
        return redirectWithToast(paths.issuers(), 'certificate:issuers.saved');
    }
  });

export default function Issuers() {
  const { rows, total, lookups, page, filter, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  return (
    <Page
      title={t('issuers.title')}
      lead={mayEdit ? t('issuers.lead') : t('issuers.readOnly')}
      width="wide"
      actions={<ListExport list="issuers" />}
    >
      <Section title={t('issuers.lookups')} intro={t('issuers.lookupsIntro')}>
        <LookupTable rows={lookups} mayEdit={mayEdit} />
      </Section>
      <Section title={t('issuers.caption')} intro={`${t('issuers.xNote')} ${t('issuers.commercialNote')}`}>
        <FilterBar>
          <TextField name="q" label={t('issuers.search')} type="search" optional maxLength={60} />
          <SelectField
            name="family"
            label={t('issuers.family')}
            optional
            placeholder={t('queue.allFamilies')}
            options={CERTIFICATE_FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
          />
          <SelectField
            name="state"
            label={t('issuers.state')}
            defaultValue={filter.state}
            options={[
              { value: 'active', label: t('issuers.active') },
              { value: 'inactive', label: t('issuers.inactive') },
              { value: 'all', label: t('queue.states.all') },
            ]}
          />
        </FilterBar>
        <IssuerTable rows={rows} mayEdit={mayEdit} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
      {mayEdit && (
        <Section title={t('issuers.addTitle')}>
          <NewIssuerForm />
        </Section>
      )}
    </Page>
  );
}
