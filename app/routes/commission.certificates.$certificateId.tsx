import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { registrySearch } from '~/domain/certificate/inputs';
import { reviewPage } from '~/domain/certificate/review-page.server';
import { CertificateCopies } from '~/ui/certificate-copies';
import { CertificateFacts, CertificateVerdictLine } from '~/ui/certificate-facts';
import { CertificateHistory } from '~/ui/certificate-history';
import classes from '~/ui/certificates.module.css';
import { CheckForm } from '~/ui/check-form';
import { Notice } from '~/ui/notice';
import { Page, Section, Stack } from '~/ui/page';
import { QueueLinks } from '~/ui/queue-links';
import { ReviewElsewhere, ReviewLookup, ReviewWarnings } from '~/ui/review-beside';
import { RevokeForm } from '~/ui/revoke-form';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerReview } from '~/web/certificate-review.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const OFFICERS = ['district_officer', 'city_officer'] as const;
export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:review.title');

export const loader = ({ request, params: { certificateId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...OFFICERS);
    const { page: _page, ...filter } = parseSearch(request, registrySearch);
    return { ...(await reviewPage(actor, certificateId, filter, contextFor(actor).now)), filter };
  });

export const action = ({ request, params: { certificateId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => answerReview(request, await requireActor(request, ...OFFICERS), certificateId));

export default function ReviewCertificate() {
  const { details, review, around, filter, checkId, today, institutionNames } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  const marks = usePunctuation();
  const { certificate: held, holder } = details;
  const link = (id: string | null) => id && paths.reviewCertificate(id, filter);
  const decidable = review.mayVerify && (held.stored === 'submitted' || held.stored === 'verified');
  return (
    <Page
      title={`${holder.name} · ${held.name}`}
      status={<StatusBadge kind="certificate:status" status={held.status} />}
      width="wide"
      breadcrumbs={[{ label: t('queue.title'), to: paths.certificateQueue({ ...filter }) }, { label: holder.name }]}
    >
      <QueueLinks
        back={paths.certificateQueue({ ...filter })}
        previous={link(around.previous)}
        next={link(around.next)}
        total={around.total}
      />
      {review.whyNot && <Notice tone="warn">{t(review.whyNot === 'own' ? 'review.cannotOwn' : 'review.cannotElsewhere')}</Notice>}
      {(held.status === 'rejected' || held.status === 'revoked') && (
        <Notice tone="bad" title={t('page.reason')}>
          {[held.revokedOn && t('page.revokedFrom', { date: held.revokedOn }), held.decisionReason].filter(Boolean).join('：')}
        </Notice>
      )}
      <div className={classes.review}>
        <Section title={t('page.copies')}>
          <CertificateCopies files={details.files} holder={holder.name} />
        </Section>
        <Stack>
          <ReviewWarnings warnings={review.warnings} />
          <Section title={t('page.facts')}>
            <CertificateFacts
              certificate={held}
              submitter={details.submitter}
              holder={[
                [t('field.holder'), holder.name],
                [t('field.idNumber'), holder.idNumberMasked],
                [t('field.institution'), institutionNames.join(marks.list)],
              ]}
            />
            {held.replacesId && (
              <p>
                {t('page.corrects')} <Link to={paths.reviewCertificate(held.replacesId, { state: 'all' })}>{t('page.correctsLink')}</Link>
              </p>
            )}
            <CertificateVerdictLine verdict={details.verdict} />
          </Section>
          <ReviewLookup lookup={details.lookup} number={held.number} holder={holder.name} />
          {decidable && (
            <Section
              title={t(held.stored === 'submitted' ? 'review.decide' : 'review.recheck')}
              intro={t(held.stored === 'submitted' ? 'review.decideIntro' : 'review.recheckIntro')}
              id="decision"
            >
              <CheckForm
                key={checkId}
                checkId={checkId}
                status={held.stored}
                channel={details.lookup?.channel ?? null}
                today={today}
                hasNext={held.stored === 'submitted' && around.next !== null}
              />
            </Section>
          )}
          {decidable && held.stored === 'verified' && <RevokeForm today={today} suggest={review.lastDisagrees} />}
          <ReviewElsewhere sameNumber={review.sameNumber} others={review.others} />
        </Stack>
      </div>
      <Section title={t('page.history')}>
        <CertificateHistory steps={details.history} receipts />
      </Section>
    </Page>
  );
}
