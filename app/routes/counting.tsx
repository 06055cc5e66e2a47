import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listPeriods } from '~/domain/goal/figures.server';
import { listRules } from '~/domain/rate/rules.server';
import { beijingDate } from '~/domain/shared/period';
import { formatDays, NOTHING } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { CountingMeasures } from '~/ui/counting-measures';
import { CountingRate } from '~/ui/counting-rate';
import { CountingCases, CountingRule, OpenData } from '~/ui/counting-rule';
import { DataTable } from '~/ui/data-table';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:counting.title');

export const loader = () =>
  handleLoader(async () => {
    const rules = await listRules(beijingDate(now()), { drafts: false });
    return { periods: await listPeriods(), rules: rules.filter(({ state }) => state === 'in_force' || state === 'future') };
  });

export default function Counting() {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { periods, rules } = useLoaderData<typeof loader>();
  return (
    <Page title={t('counting.title')} lead={t('counting.lead')} width="narrow">
      <CountingRule />
      <CountingCases />
      <CountingRate rules={rules} />
      <CountingMeasures />
      <Section title={t('counting.periodsTitle')}>
        <DataTable
          caption={t('counting.periodsTitle')}
          captionHidden
          rows={periods}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('counting.periodColumn'),
              rowHeader: true,
              cell: (row) => (language === 'en' ? row.nameEn : row.nameZh),
            },
            {
              key: 'days',
              header: t('counting.daysColumn'),
              cell: (row) => (row.endsOn ? formatDays(row.startsOn, row.endsOn, language) : t('targets.openEnd', { from: row.startsOn })),
            },
            { key: 'document', header: t('counting.documentColumn'), cell: (row) => row.documentNo || NOTHING },
          ]}
        />
      </Section>
      <OpenData />
    </Page>
  );
}
