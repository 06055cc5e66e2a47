import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countWaitingCertificates } from '~/domain/certificate/registry.server';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { listWaiting } from '~/domain/goal/officer-inbox.server';
import { listSharesOf } from '~/domain/goal/queries.server';
import { homeDistrict } from '~/domain/goal/scope';
import { countGuidanceTasks } from '~/domain/health-care/guidance-tasks.server';
import { countOwing } from '~/domain/health-care/training/owed.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { GuidanceSteps } from '~/ui/guidance-steps';
import { MeasuredAtStart } from '~/ui/measured-at-start';
import { NextStep } from '~/ui/next-step';
import { DistrictLoad, WaitingTable } from '~/ui/officer-inbox';
import { OwingStep } from '~/ui/owing-step';
import { Page, Section } from '~/ui/page';
import { PeriodFigures } from '~/ui/period-figures';
import { RateAtStart } from '~/ui/rate-at-start';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { measuredAtStart } from '~/web/measured-views.server';
import { paths } from '~/web/paths';
import { rateAtStart } from '~/web/rate-at-start.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:work.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const district = homeDistrict(actor);
    const [{ items, districts }, figures, shares, certificates, rate, measured, owing, guidance] = await Promise.all([
      listWaiting(actor, now()),
      getFigures({ choices: [{ district }] }),
      district === '*' ? [] : listSharesOf(district),
      countWaitingCertificates(actor, now()),
      rateAtStart(actor),
      measuredAtStart(actor, beijingDate(now())),
      countOwing(actor, now()),
      countGuidanceTasks(actor, now()),
    ]);
    const today = beijingDate(now());
    const views = figures.map(({ period, metric, target, asOf, underCheck, waiting, cells }) => ({
      period,
      view: {
        metric,
        ...figureOf(cells, district),
        target:
          district === '*' ? target : (shares.find((share) => share.periodId === period.id && share.metric === metric)?.value ?? null),
        asOf,
        underCheck,
        waiting,
        ofDistrict: district !== '*',
        endedOn: period.endsOn !== null && period.endsOn < today ? period.endsOn : null,
        to: paths.personTimes({ period: period.id, metric, district: district === '*' ? undefined : district }),
      },
    }));
    return { items, districts, district, views, certificates, rate, measured, owing, guidance };
  });

export default function Commission() {
  const { t } = useTranslation(['goal', 'certificate']);
  const { items, districts, district, views, certificates, rate, measured, owing, guidance } = useLoaderData<typeof loader>();
  const districtName = useDistrictName();
  const overdue = items.filter((item) => item.overdue).length;
  const lead =
    items.length === 0
      ? t('work.leadNone')
      : overdue > 0
        ? t('work.leadOverdue', { count: items.length, overdue })
        : t('work.leadSome', { count: items.length });
  const heading = district === '*' ? t('work.figures') : t('work.figuresDistrict', { district: districtName(district) });
  return (
    <Page title={t('work.title')} lead={lead}>
      {certificates.waiting > 0 && (
        <NextStep to={paths.certificateQueue()} action={t('certificate:queue.title')}>
          {t('certificate:queue.next', { count: certificates.waiting, date: certificates.since ?? '' })}
        </NextStep>
      )}
      <OwingStep {...owing} to={paths.healthCareInstitutions({ standing: 'owing' })} />
      <GuidanceSteps {...guidance} />
      {items.length > 0 && (
        <Section title={t('work.inbox')}>
          <WaitingTable items={items} />
        </Section>
      )}
      {districts.length > 0 && (
        <Section title={t('work.districts')} intro={t('work.districtsIntro')}>
          <DistrictLoad rows={districts} />
        </Section>
      )}
      <Section title={heading} actions={<Link to={paths.figures()}>{t('work.more')}</Link>}>
        <PeriodFigures views={views} />
      </Section>
      <RateAtStart {...rate} />
      <MeasuredAtStart {...measured} />
    </Page>
  );
}
