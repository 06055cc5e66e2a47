import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CITY_SCOPE, districtScopes } from '~/domain/organisation/areas';
import { rehearsalSearch } from '~/domain/rate/inputs';
import { POPULATIONS } from '~/domain/rate/rate';
import { nameAffected, rehearseFor } from '~/domain/rate/rules.server';
import { formatNumber } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { DateField, SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { AffectedPeople, RehearsalTable } from '~/ui/rehearsal';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:rehearsal.title');

const PAGE_SIZE = 50;

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { on, population, page } = parseSearch(request, rehearsalSearch);
    const found = await rehearseFor(actor, params.ruleId ?? '', { on, population }, now());
    const { rule, day, today, scopes, people, isNarrowed } = found;
    return {
      rule: { id: rule.id, code: rule.code, version: rule.version, status: rule.status },
      day,
      today,
      population,
      page,
      rows: [CITY_SCOPE, ...districtScopes(false)].map((scope) => scopes.get(scope) ?? { scope, persons: 0, present: 0, draft: 0 }),
      counts: { total: people.length, gained: people.filter(({ change }) => change === 'gained').length },
      people: await nameAffected(people.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)),
      isNarrowed,
    };
  });

export default function Rehearsal() {
  const { t } = useTranslation(['rate', 'rule']);
  const language = useLanguage();
  const { rule, day, today, population, page, rows, counts, people, isNarrowed } = useLoaderData<typeof loader>();
  const name = t(`rule:code.${rule.code}`);
  const count = (value: number) => formatNumber(value, language);
  return (
    <Page
      title={t('rate:rehearsal.title')}
      lead={t('rate:rehearsal.lead', { on: day, rule: name, version: rule.version, status: t(`rule:status.${rule.status}`) })}
      breadcrumbs={[
        { label: t('rate:rules.title'), to: paths.rules() },
        { label: t('rate:rule.title', { rule: name, version: rule.version }), to: paths.rule(rule.id) },
        { label: t('rate:rehearsal.title') },
      ]}
      width="wide"
      actions={<ListExport list="rate-rehearsal" of={{ rule: rule.id }} />}
    >
      <Notice>{t('rate:rehearsal.untouched')}</Notice>
      <Section>
        <FilterBar>
          <DateField name="on" label={t('rate:rehearsal.onDay')} defaultValue={day} max={today} />
          <SelectField
            name="population"
            label={t('rate:filter.population')}
            defaultValue={population}
            options={POPULATIONS.map((value) => ({ value, label: t(`rate:population.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <Section title={t('rate:districts.title')}>
        <RehearsalTable rows={rows} />
      </Section>
      <Section
        title={t('rate:rehearsal.people')}
        intro={t('rate:rehearsal.peopleIntro', {
          total: count(counts.total),
          gained: count(counts.gained),
          lost: count(counts.total - counts.gained),
        })}
      >
        {isNarrowed && <p>{t('rate:rehearsal.notOfDistrict')}</p>}
        <AffectedPeople rows={people} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={counts.total} />
      </Section>
    </Page>
  );
}
