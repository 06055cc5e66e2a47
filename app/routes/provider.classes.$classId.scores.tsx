import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ScoreKind } from '~/domain/completion/completion';
import { scoreForm, scorePasteForm, scorePasteSittings } from '~/domain/completion/inputs';
import { getScoreSheet, readScorePaste } from '~/domain/completion/queries.server';
import { recordScores } from '~/domain/completion/record-scores.server';
import { entriesOfPaste } from '~/domain/completion/score-paste';
import { now } from '~/platform/clock.server';
import { LinkButton, SubmitButton } from '~/ui/button';
import { CheckboxField } from '~/ui/choice-fields';
import { ClassTabs } from '~/ui/class-tabs';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { PassRuleList } from '~/ui/pass-rule';
import { ScoreGrid } from '~/ui/score-grid';
import { ScorePaste } from '~/ui/score-paste';
import { ScoreSittings } from '~/ui/score-sittings';
import classes from '~/ui/teaching.module.css';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:scores.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return getScoreSheet(actor, params.classId ?? '', now());
  });

export const action = ({ request, params: { classId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const ctx = contextFor(actor);
    const written = ({ changed }: { changed: number }) =>
      redirectWithToast(paths.scores(classId), changed === 0 ? 'completion:scores.unchanged' : 'completion:scores.saved', {
        count: changed,
      });
    switch (await intentOf(request, 'save', 'preview', 'commit')) {
      case 'save':
        return written(await recordScores(ctx, { classId, ...(await parseForm(request, scoreForm)) }));
      case 'preview': {
        const { paste } = await parseForm(request, scorePasteForm);
        return { preview: { paste, ...(await readScorePaste(actor, classId, paste)) } };
      }
      case 'commit': {
        const { paste, sittings } = await parseForm(request, scorePasteSittings);
        const { rows } = await readScorePaste(actor, classId, paste);
        return written(await recordScores(ctx, { classId, entries: entriesOfPaste(rows, sittings) }));
      }
    }
  });

export default function Scores() {
  const sheet = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('completion');
  const { head, trainees, examined, mayRecord } = sheet;
  const preview = answer && 'preview' in answer ? answer.preview : null;
  const kinds = examined.filter((kind) => trainees.some((row) => row.cells.includes(kind)));
  const sitting = { assessedOn: sheet.assessedOn, min: head.startsOn, max: sheet.today };
  return (
    <Page
      title={t('scores.title')}
      lead={`${head.title} · ${head.code}`}
      breadcrumbs={[{ label: head.title, to: paths.providerClass(head.id) }, { label: t('scores.title') }]}
      width="wide"
      actions={trainees.length > 0 && <ListExport list="class-scores" of={{ class: head.id }} />}
    >
      <ClassTabs classId={head.id} />
      <WhatNext sheet={sheet} />
      <Section title={t('rule.title')}>
        <PassRuleList rule={sheet.passRule} />
      </Section>
      {trainees.length === 0 && <EmptyState title={t('scores.noTrainees')} />}
      {trainees.length > 0 && kinds.length === 0 && <Notice>{t('scores.notExamined')}</Notice>}
      {trainees.length > 0 && (
        <Section title={t('scores.grid')} intro={mayRecord && kinds.length > 0 ? t('scores.lead') : undefined}>
          {mayRecord && kinds.length > 0 ? (
            <Form name="grid">
              <ScoreGrid rows={trainees} kinds={kinds} />
              <fieldset className={classes.sheet}>
                <legend>{t('scores.sittings')}</legend>
                <p>{t('scores.gridIntro')}</p>
                <ScoreSittings kinds={kinds} {...sitting} />
              </fieldset>
              <CheckboxField name="redate" label={t('scores.redate')} />
              <div className={classes.bar}>
                <SubmitButton intent="save">{t('scores.save')}</SubmitButton>
              </div>
            </Form>
          ) : (
            <ScoreGrid rows={trainees} kinds={kinds} />
          )}
        </Section>
      )}
      {mayRecord && kinds.length > 0 && <ScorePaste preview={preview} sitting={sitting} />}
    </Page>
  );
}

/** A re-test is never owed. */
const FIRST_SITTINGS: readonly ScoreKind[] = ['theory', 'practical'];

const WhatNext = ({ sheet: { head, trainees, mayRecord } }: { sheet: ReturnType<typeof useLoaderData<typeof loader>> }) => {
  const { t } = useTranslation('completion');
  const lacks = (codes: readonly string[]) => trainees.filter((row) => row.decision.missing.some((code) => codes.includes(code))).length;
  const unscored = trainees.filter((row) => {
    const lacks = FIRST_SITTINGS.some((kind) => row.cells.includes(kind) && !row.scores.some((score) => score.kind === kind));
    return row.mayEdit && row.decision.result === 'undetermined' && lacks;
  }).length;
  if (trainees.length === 0) return null;
  if (!mayRecord) return <NextStep>{t('scores.nextLocked')}</NextStep>;
  if (head.status === 'closed')
    return (
      <NextStep to={paths.closing(head.id)} action={t('closing.title')}>
        {t('scores.nextRetest')}
      </NextStep>
    );
  if (unscored > 0) return <NextStep>{t('scores.next', { count: unscored })}</NextStep>;
  if (lacks(['attendance_missing']) > 0) {
    return (
      <NextStep to={paths.attendanceOverview(head.id)} action={t('closing.fixAttendance')}>
        {t('scores.nextAttendance')}
      </NextStep>
    );
  }
  return (
    <NextStep
      control={
        <LinkButton to={paths.closing(head.id)} emphasis="second">
          {t('closing.title')}
        </LinkButton>
      }
    >
      {t('scores.nextClosing')}
    </NextStep>
  );
};
