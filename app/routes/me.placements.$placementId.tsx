import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getMyPlacement } from '~/domain/talent/placement/page-queries.server';
import { NOTHING } from '~/i18n/format';
import { DefinitionList } from '~/ui/definition-list';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { PlacementFacts } from '~/ui/placement-facts';
import { PlacementWeeks } from '~/ui/placement-weeks';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.institution ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'trainee'));
    return getMyPlacement(actor, params.placementId ?? '', now);
  });

export default function MyPlacement() {
  const placement = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  const { phase, result, collegeAssessment, institutionAssessment } = placement;
  return (
    <Page
      title={placement.institution}
      status={
        <>
          <StatusBadge kind="placement:phase" status={phase} /> {placement.takenOn && <Badge tone="good">{t('shown.taken_on')}</Badge>}
        </>
      }
      breadcrumbs={[{ label: t('mine.title'), to: paths.myPlacements() }, { label: placement.institution }]}
    >
      {placement.takenOn && <NextStep>{t('mine.staff')}</NextStep>}
      <Section title={t('page.facts')}>
        <PlacementFacts terms={placement} />
      </Section>
      {phase !== 'proposed' && phase !== 'declined' && (
        <Section title={t('mine.log')}>
          <PlacementWeeks weeks={placement.weeks} side={null} />
        </Section>
      )}
      {result && (
        <Section title={t('page.assessment')}>
          <DefinitionList
            items={[
              [t('field.result'), t(`result.${result}`)],
              [t('side.college'), collegeAssessment || NOTHING],
              [t('side.institution'), institutionAssessment || NOTHING],
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
