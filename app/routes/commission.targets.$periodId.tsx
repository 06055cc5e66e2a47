import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { closePeriod } from '~/domain/goal/close-period.server';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { checkShares, METRICS } from '~/domain/goal/goal';
import { targetsForm } from '~/domain/goal/inputs';
import { listShares } from '~/domain/goal/queries.server';
import { requestRebuild } from '~/domain/goal/request-rebuild.server';
import { setTargets } from '~/domain/goal/set-targets.server';
import { isId } from '~/domain/shared/id';
import { beijingDate } from '~/domain/shared/period';
import { NotFound } from '~/domain/shared/refusals';
import { formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { ConfirmForm } from '~/ui/confirm-form';
import { MeasuredTargetSection } from '~/ui/measured-target';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { RateTargetSection } from '~/ui/rate-target';
import { TargetForm } from '~/ui/target-form';
import { titleOf } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { languageOf } from '~/web/locale.server';
import { measuredViews } from '~/web/measured-views.server';
import { paths } from '~/web/paths';
import { rateTargetOf } from '~/web/rate-target.server';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.name ?? '');

const idOf = (params: { periodId?: string }): string => {
  if (!params.periodId || !isId(params.periodId)) throw new NotFound();
  return params.periodId;
};

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'city_officer');
    const periodId = idOf(params);
    const figures = await getFigures({ periodId, choices: [{}, { district: 'each' }] });
    const period = figures[0]?.period;
    if (!period) throw new NotFound();
    const targets = await Promise.all(
      figures.map(async ({ cells, ...figure }) => {
        const shares = await listShares(periodId, figure.metric);
        const given = shares.flatMap((share) => share.value ?? []);
        const sum = figure.target !== null && given.length > 0 ? checkShares(figure.target, given) : null;
        const done = shares.map((share) => ({ ...share, personTimes: figureOf(cells, share.districtCode).personTimes }));
        return { ...figure, shares: done, sum };
      }),
    );
    const today = beijingDate(now());
    const over = period.endsOn !== null && period.endsOn < today;
    return {
      period,
      targets,
      rate: await rateTargetOf(actor, periodId),
      measured: await measuredViews(today, periodId),
      mayClose: over && !period.isClosed,
      name: languageOf(request) === 'en' ? period.nameEn : period.nameZh,
    };
  });

const rebuildForm = z.object({ metric: z.enum(METRICS) });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const periodId = idOf(params);
    const intent = await intentOf(request, 'save', 'close', 'rebuild');
    const back = paths.targetPeriod(periodId);
    if (intent === 'close') {
      await closePeriod(ctx, periodId);
      return redirectWithToast(back, 'goal:targets.closedDone');
    }
    if (intent === 'rebuild') {
      await requestRebuild(ctx, { periodId, ...(await parseForm(request, rebuildForm)) });
      return redirectWithToast(back, 'goal:targets.rebuildAsked');
    }
    const changes = await setTargets(ctx, periodId, await parseForm(request, targetsForm));
    return redirectWithToast(back, changes > 0 ? 'goal:targets.saved' : 'goal:targets.unchanged');
  });

export default function TargetPeriod() {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { period, targets, rate, measured, mayClose, name } = useLoaderData<typeof loader>();
  const days = period.endsOn ? formatDays(period.startsOn, period.endsOn, language) : t('targets.openEnd', { from: period.startsOn });
  return (
    <Page
      title={name}
      lead={[days, period.documentNo].filter(Boolean).join(' · ')}
      breadcrumbs={[{ label: t('targets.title'), to: paths.targets() }, { label: name }]}
    >
      {period.isClosed && <Notice>{t('targets.closedNote')}</Notice>}
      {targets.map((target) => (
        <TargetForm key={target.metric} target={target} locked={period.isClosed} />
      ))}
      {rate && <RateTargetSection {...rate} locked={period.isClosed} />}
      {measured.map((view) => (
        <MeasuredTargetSection key={view.metric} {...view} locked={period.isClosed} />
      ))}
      {mayClose && (
        <Section title={t('targets.close')}>
          <ConfirmForm label={t('targets.close')} explanation={t('targets.closeText')} intent="close" name="close" reason={false} />
        </Section>
      )}
    </Page>
  );
}
