import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES } from '~/domain/certificate/certificate';
import { EXPIRY_FILTERS, institutionCertificatesSearch } from '~/domain/certificate/inputs';
import { countStaffCertificates, listStaffCertificates } from '~/domain/certificate/registry.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { CertificateTable } from '~/ui/certificate-table';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;
const STATES = ['standing', 'draft', 'submitted', 'verified', 'expired', 'rejected', 'revoked', 'all'] as const;

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:staff.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { page, ...filter } = parseSearch(request, institutionCertificatesSearch);
    const [list, counts] = await Promise.all([
      listStaffCertificates(actor, filter, now(), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countStaffCertificates(actor, now()),
    ]);
    return { ...list, counts, page, filter, today: beijingDate(now()), within: EXPIRY_FILTERS };
  });

export default function StaffCertificates() {
  const { rows, total, counts, page, filter, today, within } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  return (
    <Page
      title={t('staff.title')}
      lead={t('staff.lead')}
      width="wide"
      actions={
        <>
          <LinkButton to={paths.newStaffCertificate()}>{t('staff.add')}</LinkButton>
          <ListExport list="staff-certificates" />
        </>
      }
    >
      <WhatNext counts={counts} />
      <Section>
        <FilterBar>
          <TextField name="q" label={t('staff.search')} type="search" optional defaultValue={filter.q} maxLength={60} />
          <SelectField
            name="state"
            label={t('staff.state')}
            defaultValue={filter.state}
            options={STATES.map((value) => ({ value, label: t(`staff.states.${value}`) }))}
          />
          <SelectField
            name="family"
            label={t('field.family')}
            optional
            placeholder={t('queue.allFamilies')}
            options={CERTIFICATE_FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
          />
          <SelectField
            name="within"
            label={t('staff.within')}
            optional
            placeholder={t('staff.allWithin')}
            options={within.map((value) => ({ value, label: t(`expiring.tab.${value}`) }))}
          />
        </FilterBar>
        <CertificateTable
          rows={rows}
          caption={t('staff.caption')}
          today={today}
          to={paths.staffCertificate}
          empty={{ title: t('staff.empty'), text: t('staff.emptyText') }}
          show={['status', 'ending']}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}

const WhatNext = ({ counts }: { counts: { rejected: number; draft: number; ending: number } }) => {
  const { t } = useTranslation('certificate');
  const show = (query: Record<string, string>) => ({ to: paths.staffCertificates(query), action: t('staff.show') });
  if (counts.rejected > 0)
    return <NextStep {...show({ state: 'rejected' })}>{t('staff.nextRejected', { count: counts.rejected })}</NextStep>;
  if (counts.draft > 0) return <NextStep {...show({ state: 'draft' })}>{t('staff.nextDraft', { count: counts.draft })}</NextStep>;
  if (counts.ending > 0) return <NextStep {...show({ within: '30' })}>{t('staff.nextExpiring', { count: counts.ending })}</NextStep>;
  return <NextStep>{t('staff.nextGood')}</NextStep>;
};
