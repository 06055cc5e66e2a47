import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { answerFinding } from '~/domain/health-care/answer-finding.server';
import { getFinding } from '~/domain/health-care/finding-page.server';
import { readPhotos } from '~/domain/health-care/guidance-photos.server';
import { MAX_PHOTOS } from '~/domain/health-care/photo';
import { answerForm } from '~/domain/health-care/visit/inputs';
import { now } from '~/platform/clock.server';
import { AnswerForm } from '~/ui/answer-form';
import { FindingAnswers } from '~/ui/finding-answers';
import { FindingFacts } from '~/ui/finding-facts';
import { FindingTask } from '~/ui/finding-task';
import { Page, Section } from '~/ui/page';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { VisitTrace } from '~/ui/visit-trace';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const MAX_BYTES = MAX_PHOTOS * MAX_COPY_BYTES;

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:finding.title');

export const loader = ({ request, params: { findingId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => getFinding(await requireActor(request, 'institution_admin'), findingId, now()));

export const action = ({ request, params: { findingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const { statement, file } = await parseForm(request, answerForm, { maxBytes: MAX_BYTES });
    await answerFinding(ctx, findingId, statement, await readPhotos(file));
    return redirectWithToast(paths.institutionFinding(findingId), 'visit:finding.answerDone');
  });

export default function OwnFinding() {
  const { finding, photos, answers, trace } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  return (
    <Page
      title={t('finding.title')}
      width="narrow"
      status={
        <>
          <StatusBadge kind="visit:findingStatus" status={finding.status} />{' '}
          {finding.isOverdue && <Badge tone="bad">{t('findings.overdue')}</Badge>}
        </>
      }
      breadcrumbs={[{ label: t('institution.title'), to: paths.institutionHealthCare() }, { label: t('finding.title') }]}
    >
      <FindingTask finding={finding} returned={answers[0]?.returnReason ?? null} />
      <Section title={t('finding.facts')}>
        <FindingFacts finding={finding} photos={photos} />
      </Section>
      {finding.status === 'open' && (
        <Section title={t('finding.answer')} id="answer">
          <AnswerForm maxBytes={MAX_COPY_BYTES} />
        </Section>
      )}
      <Section title={t('finding.answers')}>
        <FindingAnswers answers={answers} />
      </Section>
      <Section title={t('finding.history')}>
        <VisitTrace trace={trace} />
      </Section>
    </Page>
  );
}
