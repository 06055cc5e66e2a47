import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { creditGrid, resultGrid, resultPaste } from '~/domain/evaluation/inputs';
import { recordResults } from '~/domain/evaluation/record-results.server';
import { readResultPaste } from '~/domain/evaluation/result-paste';
import { firstExamOn } from '~/domain/evaluation/sitting';
import { getSitting, listCandidates } from '~/domain/evaluation/sitting-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { ResultGrid } from '~/ui/result-grid';
import { ResultPaste } from '~/ui/result-paste';
import { SittingNext } from '~/ui/sitting-next';
import { SittingTabs } from '~/ui/sitting-tabs';
import { StatusBadge } from '~/ui/status-badge';
import classes from '~/ui/teaching.module.css';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

/** A grid of 2,000 candidates with all its cells. */
const GRID_BYTES = 2 * 1024 * 1024;

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:results.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const at = now();
    const sitting = await getSitting(actor, params.sittingId ?? '', at);
    const edit = sitting.status === 'open' ? 'points' : sitting.status === 'results_entered' ? 'numbers' : 'nothing';
    const begun = firstExamOn(sitting) <= beijingDate(at);
    return { sitting, begun, edit: edit as typeof edit, candidates: await listCandidates(sitting.id) };
  });

export const action = ({ request, params: { sittingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    const ctx = contextFor(actor);
    const read = async () => {
      const { paste } = await parseForm(request, resultPaste);
      const sitting = await getSitting(actor, sittingId, ctx.now);
      const candidates = await listCandidates(sitting.id);
      const { rows, problems } = readResultPaste(paste, candidates);
      const nameOf = new Map(candidates.map(({ id, name }) => [id, name]));
      return { paste, problems, rows: rows.map((row) => ({ ...row, name: nameOf.get(row.candidate) ?? '' })) };
    };
    const save = async (rows: Parameters<typeof recordResults>[2]) => {
      const { changed } = await recordResults(ctx, sittingId, rows, { allOrNothing: true });
      const said = changed === 0 ? 'evaluation:results.unchanged' : 'evaluation:results.saved';
      return redirectWithToast(paths.sittingResults(sittingId), said, { count: changed });
    };
    switch (await intentOf(request, 'save', 'credit', 'preview', 'commit')) {
      case 'save':
        return save(await parseForm(request, resultGrid, { maxBytes: GRID_BYTES }));
      case 'credit':
        return save(await parseForm(request, creditGrid, { maxBytes: GRID_BYTES }));
      case 'preview':
        return { preview: await read() };
      case 'commit':
        return save((await read()).rows.map(({ name: _name, ...row }) => row));
    }
  });

export default function Results() {
  const { sitting, candidates, edit, begun } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('evaluation');
  const preview = answer && 'preview' in answer ? answer.preview : null;
  const mayEnter = edit !== 'nothing' && (edit === 'numbers' || begun);
  const shown = mayEnter ? edit : 'nothing';
  const intro = !begun
    ? t('results.notYet', { date: firstExamOn(sitting) })
    : t(edit === 'points' ? 'results.intro' : edit === 'numbers' ? 'results.settled' : 'results.locked');
  return (
    <Page
      title={t('results.title')}
      lead={`${sitting.kind} · ${t(`level.${sitting.level}`)} · ${sitting.code}`}
      status={<StatusBadge kind="evaluation:phase" status={sitting.phase} />}
      breadcrumbs={[
        { label: t('sittings.title'), to: paths.sittings() },
        { label: sitting.code, to: paths.sitting(sitting.id) },
        { label: t('results.title') },
      ]}
      width="wide"
    >
      <SittingTabs sittingId={sitting.id} openAppeals={sitting.openAppeals} />
      {sitting.phase === 'results_due' && sitting.recorded === sitting.seatsTaken && sitting.seatsTaken > 0 ? (
        <NextStep to={paths.sitting(sitting.id)} action={t('publish.action')}>
          {t('next.publish', { days: sitting.appealDays })}
        </NextStep>
      ) : sitting.phase === 'results_due' && sitting.seatsTaken > 0 ? (
        <NextStep>{t('next.resultsDue', { count: sitting.seatsTaken - sitting.recorded })}</NextStep>
      ) : (
        sitting.phase !== 'to_approve' && <SittingNext sitting={sitting} passed={0} />
      )}
      {candidates.length === 0 ? (
        <EmptyState title={t('sittings.noCandidates')} />
      ) : (
        <Section title={t('results.lead', { theory: sitting.theoryPass, practical: sitting.practicalPass })} intro={intro}>
          {shown === 'nothing' ? (
            <ResultGrid rows={candidates} pass={sitting} edit="nothing" />
          ) : (
            <Form name="grid">
              <ResultGrid rows={candidates} pass={sitting} edit={shown} />
              <div className={classes.bar}>
                <SubmitButton intent={shown === 'points' ? 'save' : 'credit'}>{t('results.save')}</SubmitButton>
              </div>
            </Form>
          )}
        </Section>
      )}
      {candidates.length > 0 && mayEnter && edit === 'points' && <ResultPaste preview={preview} />}
    </Page>
  );
}
