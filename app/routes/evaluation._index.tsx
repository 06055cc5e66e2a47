import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOwnKinds, listSites } from '~/domain/evaluation/catalogue-queries.server';
import { listEvaluationTasks } from '~/domain/evaluation/task-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Row, Section, Stack } from '~/ui/page';
import { SittingTable } from '~/ui/sitting-table';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:work.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const at = now();
    const { sittings, appeals } = await listEvaluationTasks(actor, at);
    const [kinds, sites] = await Promise.all([listOwnKinds(actor), listSites(actor)]);
    return {
      sittings,
      appeals: appeals.map(({ id, sittingId, code, number, name, answerDueOn }) => ({ id, sittingId, code, number, name, answerDueOn })),
      today: beijingDate(at),
      hasKind: kinds.length > 0,
      hasSite: sites.some((site) => site.isActive),
    };
  });

export default function EvaluationWork() {
  const { sittings, appeals, today, hasKind, hasSite } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const due = sittings.filter((row) => row.phase === 'results_due');
  const ready = sittings.filter((row) => row.phase === 'to_approve');
  const taught = sittings.filter((row) => row.taught > 0 && ['registering', 'full', 'waiting', 'results_due'].includes(row.phase));
  const nothing = hasKind && hasSite && due.length + ready.length + appeals.length + taught.length === 0;
  return (
    <Page
      title={t('work.title')}
      lead={nothing ? t('work.none') : t('work.lead')}
      actions={
        <Row>
          {hasKind && hasSite && <LinkButton to={paths.newSitting()}>{t('sittings.new')}</LinkButton>}
          <LinkButton to={paths.sittings()} emphasis="second">
            {t('sittings.title')}
          </LinkButton>
        </Row>
      }
    >
      {!hasKind && <Notice tone="warn">{t('work.noKind')}</Notice>}
      <Stack>
        {hasKind && !hasSite && (
          <NextStep to={paths.sites()} action={t('work.addSite')}>
            {t('work.noSite')}
          </NextStep>
        )}
        {appeals.map((row) => (
          <NextStep key={row.id} to={paths.sittingAppeals(row.sittingId)} action={t('work.toAppeals')}>
            {t(row.answerDueOn < today ? 'work.answerLate' : 'work.answer', { ...row, due: row.answerDueOn })}
          </NextStep>
        ))}
        {due.map((row) => (
          <NextStep
            key={`due-${row.id}`}
            to={row.seatsTaken === 0 ? paths.sitting(row.id) : paths.sittingResults(row.id)}
            action={row.seatsTaken === 0 ? t('work.toSitting') : t('work.toResults')}
          >
            {t(row.seatsTaken === 0 ? 'work.cancelEmpty' : 'work.results', {
              kind: row.kind,
              code: row.code,
              done: row.recorded,
              all: row.seatsTaken,
            })}
          </NextStep>
        ))}
        {ready.map((row) => (
          <NextStep key={`ready-${row.id}`} to={paths.sitting(row.id)} action={t(row.publishedByMe ? 'work.toSitting' : 'work.toApprove')}>
            {t(row.publishedByMe ? 'work.approveOther' : 'work.approve', { kind: row.kind, code: row.code })}
          </NextStep>
        ))}
        {taught.map((row) => (
          <NextStep key={`taught-${row.id}`} to={`${paths.sitting(row.id)}#assessors`} action={t('work.toSitting')}>
            {t('work.taught', { kind: row.kind, code: row.code, count: row.taught })}
          </NextStep>
        ))}
      </Stack>
      {sittings.length > 0 && (
        <Section title={t('work.under')}>
          <SittingTable caption={t('work.under')} rows={sittings} />
        </Section>
      )}
    </Page>
  );
}
