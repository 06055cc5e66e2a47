import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getFinding } from '~/domain/health-care/finding-page.server';
import { findingWaits } from '~/domain/health-care/visit';
import { now } from '~/platform/clock.server';
import { FindingAnswers } from '~/ui/finding-answers';
import { FindingDecision } from '~/ui/finding-decision';
import { FindingFacts } from '~/ui/finding-facts';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { VisitTrace } from '~/ui/visit-trace';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor } from '~/web/actor.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';
import { actOnFinding } from '~/web/visit-acts.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:finding.title');

export const loader = ({ request, params: { findingId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => getFinding(await requireGuidance(request), findingId, now()));

export const action = ({ request, params: { findingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => actOnFinding(request, contextFor(await requireGuidance(request)), findingId));

export default function Finding() {
  const { finding, photos, answers, trace, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const { status, mendByOn, isOverdue } = finding;
  const waits = findingWaits(status);
  return (
    <Page
      title={t('finding.title')}
      status={
        <>
          <StatusBadge kind="visit:findingStatus" status={status} /> {isOverdue && <Badge tone="bad">{t('findings.overdue')}</Badge>}
        </>
      }
      breadcrumbs={[
        { label: t('findings.title'), to: paths.findings() },
        { label: finding.institution, to: paths.visit(finding.visitId) },
        { label: t('finding.title') },
      ]}
    >
      {mayDecide && status === 'answered' && (
        <NextStep to="#decide" action={t('finding.decide')}>
          {t('finding.nextDecide')}
        </NextStep>
      )}
      {status === 'open' && <NextStep>{t(isOverdue ? 'finding.nextOverdue' : 'finding.nextOpen', { day: mendByOn })}</NextStep>}
      <Section title={t('finding.facts')}>
        <FindingFacts finding={finding} photos={photos} />
      </Section>
      <Section title={t('finding.answers')}>
        <FindingAnswers answers={answers} />
      </Section>
      {mayDecide && waits && (
        <Section title={t('finding.decide')} id="decide">
          <FindingDecision key={`${status} ${mendByOn}`} status={status} mendByOn={mendByOn} />
        </Section>
      )}
      <Section title={t('finding.history')}>
        <VisitTrace trace={trace} />
      </Section>
    </Page>
  );
}
