import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { addPeriod } from '~/domain/goal/add-period.server';
import { getFigures } from '~/domain/goal/figures.server';
import { COUNTING_RULES, MEASURED, MEASURED_METRICS, METRICS } from '~/domain/goal/goal';
import { newPeriodForm } from '~/domain/goal/inputs';
import { listMeasuredTargets } from '~/domain/goal/measured-targets.server';
import { beijingDate } from '~/domain/shared/period';
import { formatDays, formatNumber, NOTHING } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { DateField, NumberField, SelectField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:targets.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    const [figures, ...measured] = await Promise.all([
      getFigures({ choices: [{}] }),
      ...MEASURED_METRICS.map((metric) => listMeasuredTargets(metric)),
    ]);
    const today = beijingDate(now());
    const periods = [...new Map(figures.map(({ period }) => [period.id, period])).values()].reverse();
    return {
      periods: periods.map((period) => ({
        ...period,
        state: period.isClosed
          ? ('closed' as const)
          : period.endsOn !== null && period.endsOn < today
            ? ('ended' as const)
            : ('open' as const),
        targets: METRICS.map((metric) => figures.find((each) => each.period.id === period.id && each.metric === metric)?.target ?? null),
        measured: measured.map((targets) => targets.find((each) => each.period.id === period.id)?.value ?? null),
      })),
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const periodId = await addPeriod(contextFor(actor), await parseForm(request, newPeriodForm));
    return redirectWithToast(paths.targetPeriod(periodId), 'goal:targets.added');
  });

export default function Targets() {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { periods } = useLoaderData<typeof loader>();
  return (
    <Page title={t('targets.title')} lead={t('targets.lead')} actions={<ListExport list="targets" />}>
      <Section title={t('targets.list')}>
        <DataTable
          caption={t('targets.list')}
          captionHidden
          rows={periods}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('figures.noPeriod')} />}
          columns={[
            {
              key: 'period',
              header: t('targets.column.period'),
              rowHeader: true,
              cell: (row) => <Link to={paths.targetPeriod(row.id)}>{language === 'en' ? row.nameEn : row.nameZh}</Link>,
            },
            {
              key: 'days',
              header: t('targets.column.days'),
              cell: (row) => (row.endsOn ? formatDays(row.startsOn, row.endsOn, language) : t('targets.openEnd', { from: row.startsOn })),
            },
            {
              key: 'state',
              header: t('targets.column.state'),
              cell: (row) => <Badge tone={row.state === 'open' ? 'on' : 'off'}>{t(`targets.${row.state}`)}</Badge>,
            },
            ...METRICS.map((metric, index) => ({
              key: metric,
              header: t(`metricShort.${metric}`),
              numeric: true,
              cell: (row: (typeof periods)[number]) => (row.targets[index] ? formatNumber(row.targets[index], language) : NOTHING),
            })),
            ...MEASURED_METRICS.map((metric, index) => ({
              key: metric,
              header: t(`metricShort.${metric}`),
              numeric: true,
              cell: (row: (typeof periods)[number]) => {
                const value = row.measured[index];
                return typeof value === 'number' ? `${formatNumber(value, language)} ${MEASURED[metric].unit}` : NOTHING;
              },
            })),
          ]}
        />
      </Section>
      <Section title={t('targets.add')} intro={t('targets.addIntro')}>
        <Form columns>
          <TextField name="nameZh" label={t('targets.nameZh')} maxLength={60} />
          <TextField name="nameEn" label={t('targets.nameEn')} maxLength={120} />
          <DateField name="startsOn" label={t('targets.startsOn')} />
          <DateField name="endsOn" label={t('targets.endsOn')} hint={t('targets.endsOnHint')} optional />
          {METRICS.map((metric) => (
            <NumberField
              key={metric}
              name={metric}
              label={t('targets.valueOf', { metric: t(`metric.${metric}`) })}
              hint={t('targets.valueHint')}
              optional
            />
          ))}
          {MEASURED_METRICS.map((metric) => (
            <NumberField
              key={metric}
              name={metric}
              label={t('targets.measuredOf', { metric: t(`metric.${metric}`), unit: MEASURED[metric].unit })}
              hint={t('targets.valueHint')}
              optional
            />
          ))}
          <TextField name="documentNo" label={t('targets.documentNo')} maxLength={60} optional />
          <TextField name="clause" label={t('targets.clause')} maxLength={200} optional />
          <TextField name="owner" label={t('targets.owner')} maxLength={200} optional />
          <SelectField
            name="countingRule"
            label={t('targets.countingRule')}
            defaultValue={COUNTING_RULES[0]}
            options={COUNTING_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
          />
          <FormActions>
            <SubmitButton>{t('targets.add')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
