import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getVisit } from '~/domain/health-care/visit-page.server';
import { listVisitors } from '~/domain/health-care/visits.server';
import { now } from '~/platform/clock.server';
import { FindingTable } from '~/ui/finding-table';
import { GuidancePhotos } from '~/ui/guidance-photos';
import { Page, Section, Stack } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import classes from '~/ui/visit.module.css';
import { VisitActs } from '~/ui/visit-acts';
import { VisitFacts } from '~/ui/visit-facts';
import { VisitFollowUps } from '~/ui/visit-follow-ups';
import { VisitNext } from '~/ui/visit-next';
import { VisitResults } from '~/ui/visit-results';
import { VisitTrace } from '~/ui/visit-trace';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';
import { actOnVisit } from '~/web/visit-acts.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.visit.institution ?? '');

export const loader = ({ request, params: { visitId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff', 'institution_admin');
    const seen = await getVisit(actor, visitId, now());
    const isInstitution = actor.role === 'institution_admin';
    const visitors = seen.isOwn && seen.visit.status === 'planned' ? await listVisitors(actor) : [];
    return { ...seen, visitors, isInstitution, opensFile: actor.role === 'district_officer' || actor.role === 'city_officer' };
  });

export const action = ({ request, params: { visitId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => actOnVisit(request, contextFor(await requireGuidance(request)), visitId));

export default function Visit() {
  const { visit, sections, checklistVersion, findings, photos, followUps, trace, ...seen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const { isInstitution } = seen;
  const title = t('page.title', { institution: visit.institution, day: visit.visitedOn ?? visit.plannedOn });
  const made = visit.visitedOn !== null;
  const list = isInstitution
    ? { label: t('institution.title'), to: paths.institutionHealthCare() }
    : { label: t('list.title'), to: paths.visits() };
  return (
    <Page
      title={title}
      status={
        <>
          <StatusBadge kind="visit:status" status={visit.status} /> {visit.isLate && <Badge tone="bad">{t('list.late')}</Badge>}
        </>
      }
      breadcrumbs={[list, { label: title }]}
      actions={<PrintButton />}
    >
      <VisitNext visit={visit} findings={findings} mayAct={seen.mayAct} isOwn={seen.isOwn} isInstitution={isInstitution} />
      <Section title={t('page.facts')}>
        <VisitFacts visit={visit} opensFile={seen.opensFile} forVisitors={!isInstitution} />
      </Section>
      {made && (
        <>
          <Section title={t('page.summary')}>
            <Stack>
              <p className={classes.words}>{visit.summary || t('page.noSummary')}</p>
              <GuidancePhotos
                ids={photos.filter(({ findingId }) => findingId === null).map(({ id }) => id)}
                alt={(n) => t('page.photoAlt', { n })}
              />
            </Stack>
          </Section>
          <Section title={t('page.findings')} id="findings">
            {findings.length === 0 ? (
              <p>{t('page.noFindings')}</p>
            ) : (
              <FindingTable rows={findings} caption={t('page.findings')} to={isInstitution ? paths.institutionFinding : paths.finding} />
            )}
          </Section>
          <Section title={t('page.results')}>
            <VisitResults sections={sections} version={checklistVersion} />
          </Section>
        </>
      )}
      {made && !isInstitution && <VisitFollowUps visitId={visit.id} followUps={followUps} mayPlan={seen.mayAct} />}
      {seen.mayAct && <VisitActs visit={visit} findings={findings} visitors={seen.visitors} today={seen.today} />}
      <Section title={t('page.history')}>
        <VisitTrace trace={trace} />
      </Section>
    </Page>
  );
}
