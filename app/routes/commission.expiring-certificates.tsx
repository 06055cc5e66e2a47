import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES } from '~/domain/certificate/certificate';
import { EXPIRY_FILTERS, expirySearch } from '~/domain/certificate/inputs';
import { countOfficersEnding, listEnding } from '~/domain/certificate/registry.server';
import { DISTRICTS } from '~/domain/organisation/districts';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { CertificateTable } from '~/ui/certificate-table';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:expiring.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, expirySearch);
    const [list, counts] = await Promise.all([
      listEnding(actor, filter, now(), { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      countOfficersEnding(actor, now()),
    ]);
    const tabs = EXPIRY_FILTERS.map((within) => ({ within, count: counts[within] }));
    return { ...list, counts, tabs, page, filter, today: beijingDate(now()), isCity: actor.role === 'city_officer' };
  });

export default function EndingCertificates() {
  const { rows, total, counts, tabs, page, filter, today, isCity } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  const language = useLanguage();
  const soon = counts['30'];
  return (
    <Page title={t('expiring.title')} lead={t('expiring.lead')} width="wide" actions={<ListExport list="ending-certificates" />}>
      <NextStep to={soon > 0 ? paths.endingCertificates({ within: '30' }) : undefined}>
        {soon > 0 ? t('expiring.next', { count: soon }) : t('expiring.emptyText')}
      </NextStep>
      <Tabs
        label={t('expiring.title')}
        tabs={[
          { to: paths.endingCertificates({ ...filter, within: undefined }), label: t('expiring.all'), current: !filter.within },
          ...tabs.map(({ within, count }) => ({
            to: paths.endingCertificates({ ...filter, within }),
            label: t(`expiring.tab.${within}`),
            count,
            current: filter.within === within,
          })),
        ]}
      />
      <Section>
        <FilterBar keep={filter.within ? { within: filter.within } : {}}>
          <SelectField
            name="family"
            label={t('field.family')}
            optional
            placeholder={t('queue.allFamilies')}
            options={CERTIFICATE_FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
          />
          {isCity && (
            <SelectField
              name="district"
              label={t('field.district')}
              optional
              options={DISTRICTS.map((district) => ({ value: district.code, label: language === 'en' ? district.en : district.zh }))}
            />
          )}
          <TextField name="institution" label={t('queue.institution')} optional maxLength={60} />
        </FilterBar>
        <CertificateTable
          rows={rows}
          caption={t('expiring.caption')}
          today={today}
          to={(id) => paths.reviewCertificate(id, { state: 'all' })}
          empty={{ title: t('expiring.empty'), text: t('expiring.emptyText') }}
          show={['institution', 'ending']}
        />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
