import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { settingNow } from '~/domain/shared/settings.server';
import { logInput } from '~/domain/talent/placement/inputs';
import { listMyPlacements } from '~/domain/talent/placement/page-queries.server';
import { writeLog } from '~/domain/talent/placement/write-log.server';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { LogForm } from '~/ui/my-placement';
import { MyPlacements } from '~/ui/my-placements';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { PlacementFacts } from '~/ui/placement-facts';
import { PlacementWeeks } from '~/ui/placement-weeks';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'placement:mine.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'trainee'));
    const [placements, lateDays] = await Promise.all([listMyPlacements(actor, now), settingNow('placement_log_days')]);
    return { placements, lateDays, today: beijingDate(now), isKnown: actor.personId !== null };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'trainee');
    await writeLog(contextFor(actor), await parseForm(request, logInput));
    return redirectWithToast(paths.myPlacements(), 'placement:mine.saved');
  });

export default function MyPlacementsPage() {
  const { placements, lateDays, today, isKnown } = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  // The last days may still be written when it is over.
  const current = placements.find(({ phase }) => phase === 'running') ?? placements.find(({ phase }) => phase === 'over');
  const coming = placements.find(({ phase }) => phase === 'coming' || phase === 'proposed');
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} actions={current && <ListExport list="my-placement-log" />}>
      {!isKnown && <NextStep>{t('mine.claim')}</NextStep>}
      {coming && (
        <NextStep>
          {coming.phase === 'coming'
            ? t('mine.coming', { date: coming.fromOn, institution: coming.institution })
            : t('mine.proposed', { institution: coming.institution })}
        </NextStep>
      )}
      {current && <LogForm placement={current} today={today} lateDays={lateDays} />}
      {current && (
        <>
          <Section title={t('mine.log')}>
            <PlacementWeeks weeks={current.weeks} side={null} />
          </Section>
          <Section title={t('page.facts')}>
            <PlacementFacts terms={current} />
            {current.phase === 'running' && <p>{t('mine.resultPending')}</p>}
          </Section>
        </>
      )}
      {placements.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneText')}</EmptyState>
      ) : (
        <Section title={t('mine.all')}>
          <MyPlacements rows={placements} />
        </Section>
      )}
    </Page>
  );
}
