import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getPublicFigures } from '~/domain/goal/public-figures.server';
import { getPublicRates } from '~/domain/rate/public-rates.server';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { listNextClasses } from '~/domain/training-class/next-classes.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { HomeDistricts, HomeMonths } from '~/ui/home-breakdown';
import { HomeProgress } from '~/ui/home-progress';
import { HomeRate } from '~/ui/home-rate';
import { CheckCertificate, CountedHow, NextClasses } from '~/ui/home-services';
import { Page, Row } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { optionalActor } from '~/web/actor.server';
import { homeFigures } from '~/web/home-figures.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'home:title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const [figures, rates, classes, actor] = await Promise.all([
      getPublicFigures(),
      getPublicRates(beijingDate(now())),
      listNextClasses(3, now()),
      optionalActor(request),
    ]);
    const rate = { ...rates, to: actor && can(actor, 'figures.read') ? paths.rate() : null };
    return { ...homeFigures(figures, new URL(request.url).searchParams.get('period'), actor, now()), rate, classes };
  });

export default function Home() {
  const { t } = useTranslation('home');
  const { periods, selected, months, districts, city, rate, classes } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Row>
          <LinkButton to={paths.courses()}>{t('findCourse')}</LinkButton>
          <LinkButton to={paths.verify()} emphasis="second">
            {t('checkCertificate')}
          </LinkButton>
        </Row>
      }
    >
      <HomeProgress periods={periods} />
      <HomeRate {...rate} />
      {selected && (
        <>
          <HomeMonths periods={periods} selected={selected} months={months} />
          <HomeDistricts rows={districts} city={city} />
        </>
      )}
      <CountedHow />
      <NextClasses classes={classes} />
      <CheckCertificate />
    </Page>
  );
}
