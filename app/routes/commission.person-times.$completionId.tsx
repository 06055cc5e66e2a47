import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { completionEndForm } from '~/domain/completion/inputs';
import { getPersonTime } from '~/domain/completion/person-time.server';
import { revokeCompletion } from '~/domain/completion/revoke-completion.server';
import { voidCompletion } from '~/domain/completion/void-completion.server';
import { formatDateTime, formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { EvidenceTrace } from '~/ui/evidence-trace';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { Entries, MarkedLessons, ScoreList } from '~/ui/person-time-parts';
import { PersonTimeWho } from '~/ui/person-time-who';
import { StatusBadge } from '~/ui/status-badge';
import classes from '~/ui/teaching.module.css';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const OFFICERS = ['district_officer', 'city_officer'] as const;

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:personTime.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...OFFICERS);
    return getPersonTime(actor, params.completionId ?? '', now());
  });

export const action = ({ request, params: { completionId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, ...OFFICERS);
    const revokes = (await intentOf(request, 'revoke', 'void')) === 'revoke';
    const { reason } = await parseForm(request, completionEndForm);
    await (revokes ? revokeCompletion : voidCompletion)(contextFor(actor), { completionId, reason });
    return redirectWithToast(paths.personTime(completionId), revokes ? 'completion:personTime.revoked' : 'completion:personTime.voided');
  });

export default function PersonTime() {
  const row = useLoaderData<typeof loader>();
  const { t } = useTranslation(['completion', 'common']);
  const language = useLanguage();
  const { completion, certificate, closing, head } = row;
  return (
    <Page
      title={row.person.name}
      status={<StatusBadge kind="completion:status" status={completion.status} />}
      lead={t(completion.status === 'valid' ? 'personTime.leadValid' : 'personTime.leadEnded')}
      breadcrumbs={[{ label: t('common:nav.personTimes'), to: paths.personTimes() }, { label: t('personTime.title') }]}
      actions={<PrintButton />}
    >
      <Section title={t('personTime.integrity')}>
        <Notice tone={row.intact ? 'good' : 'bad'}>{t(row.intact ? 'personTime.intact' : 'personTime.broken')}</Notice>
        <Notice tone={row.agrees ? 'good' : 'bad'}>{t(row.agrees ? 'personTime.agrees' : 'personTime.differs')}</Notice>
        <DefinitionList
          items={[
            [
              t('personTime.hash'),
              <span key="hash" className={classes.mono}>
                {completion.evidenceHash}
              </span>,
            ],
          ]}
        />
      </Section>
      <PersonTimeWho row={row} />
      <Section
        title={t('personTime.class')}
        actions={
          <LinkButton to={paths.reviewClosing(head.id)} emphasis="second" small>
            {t('review.title')}
          </LinkButton>
        }
      >
        <DefinitionList
          items={[
            [t('personTime.course'), head.title],
            [t('personTime.code'), head.code],
            [t('personTime.provider'), head.provider],
            [t('record.dates'), formatDays(head.startsOn, head.endsOn, language)],
            [t('personTime.completedOn'), completion.completedOn],
            [t('column.attendance'), `${completion.evidence.attendancePercent.toFixed(1)}%`],
          ]}
        />
      </Section>
      <Section title={t('personTime.lessons')}>
        <MarkedLessons rows={row.lessons} />
      </Section>
      <Section title={t('personTime.scores')}>
        <ScoreList rows={row.scores} />
      </Section>
      {certificate && (
        <Section
          title={t('personTime.certificate')}
          actions={
            <LinkButton to={paths.certificate(certificate.number)} emphasis="second" small>
              {t('personTime.open')}
            </LinkButton>
          }
        >
          <DefinitionList
            items={[
              [t('number'), certificate.number],
              [t('issuedOn'), certificate.issuedOn],
              [t('issuer'), certificate.content.providerName],
              certificate.revokedAt && [t('verify.revokedOn'), formatDateTime(certificate.revokedAt)],
            ]}
          />
        </Section>
      )}
      {closing && (
        <Section title={t('personTime.approval')}>
          <DefinitionList
            items={[
              [t('personTime.submittedBy'), row.submittedBy],
              [t('personTime.submittedAt'), formatDateTime(closing.submittedAt)],
              [t('personTime.approvedBy'), row.decidedBy],
              [t('personTime.approvedAt'), closing.decidedAt && formatDateTime(closing.decidedAt)],
            ]}
          />
        </Section>
      )}
      <Section title={t('personTime.entries')} intro={t('personTime.entriesIntro')}>
        <Entries rows={row.entries} />
      </Section>
      {row.trace.length > 0 && (
        <Section title={t('personTime.trace')}>
          <EvidenceTrace lines={row.trace} />
        </Section>
      )}
      {row.mayRevoke && (
        <Section title={t('personTime.ending')}>
          <Row>
            <ConfirmForm name="revoke" intent="revoke" label={t('personTime.revoke')} explanation={t('personTime.revokeExplain')} danger />
            <ConfirmForm name="void" intent="void" label={t('personTime.void')} explanation={t('personTime.voidExplain')} danger />
          </Row>
        </Section>
      )}
    </Page>
  );
}
