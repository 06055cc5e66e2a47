import type { LoaderFunctionArgs } from '@remix-run/node';
import { RATE_METRIC } from '~/domain/goal/goal';
import { listMeasuredTargets, measureDay } from '~/domain/goal/measured-targets.server';
import { targetsQuery } from '~/domain/goal/public-api.server';
import { getPublicFigures } from '~/domain/goal/public-figures.server';
import { getPublicRates } from '~/domain/rate/public-rates.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { handleLoader } from '~/web/action.server';
import { badQuery, publicJson } from '~/web/api.server';
import { targetsAnswerOf } from '~/web/targets-answer.server';

/** Public figures for anybody's program; described by openapi.json beside it. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const query = targetsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return badQuery(query.error);
    const today = beijingDate(now());
    const rates = (await listMeasuredTargets(RATE_METRIC)).map(async (target) => ({
      target,
      published: await getPublicRates(measureDay(target.period.endsOn, today)),
    }));
    return publicJson(request, targetsAnswerOf(await getPublicFigures(), await Promise.all(rates), query.data));
  });
