import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNextClass, listCandidates, listOpenClasses } from '~/domain/enrolment/fitting-queries.server';
import { nominateInput, nominationSearch } from '~/domain/enrolment/inputs';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { NominationForm } from '~/ui/nomination-form';
import { NominationResult } from '~/ui/nomination-result';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:nominate.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { class: classId } = parseSearch(request, nominationSearch);
    const classes = await listOpenClasses(now());
    const chosen = classes.find((row) => row.id === classId);
    return { classes, classId: chosen?.id ?? '', candidates: chosen ? await listCandidates(actor, chosen.id, now()) : [] };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'institution_admin');
    const { class: classId } = parseSearch(request, nominationSearch);
    const input = await parseForm(request, nominateInput);
    const answers = await nominateStaff(contextFor(actor), {
      classId,
      personIds: input['person[]'],
      overrideReason: input.overrideReason,
      remark: input.remark,
    });
    const results = [];
    for (const { personId, name, place, refusal } of answers)
      results.push({ personId, name, place, refusal, next: refusal ? await findNextClass(personId, classId, now()) : null });
    return { results };
  });

export default function Nominations() {
  const { classes, classId, candidates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('enrolment');
  const results = answer && 'results' in answer ? answer.results : null;
  const left = (row: (typeof classes)[number]) =>
    row.waitingCount > 0 || row.seatsTaken >= row.capacity
      ? t('nominate.leftNone')
      : t('nominate.left', { count: row.capacity - row.seatsTaken });
  return (
    <Page title={t('nominate.title')} lead={t('nominate.lead')}>
      {results && <NominationResult results={results} />}
      {classes.length === 0 ? (
        <EmptyState title={t('nominate.noClass')} />
      ) : (
        <Section>
          <FilterBar>
            <SelectField
              name="class"
              label={t('nominate.class')}
              defaultValue={classId}
              options={classes.map((row) => ({
                value: row.id,
                label: t('nominate.classOption', { course: row.courseTitle, code: row.code, date: row.startsOn, left: left(row) }),
              }))}
            />
          </FilterBar>
        </Section>
      )}
      {classId !== '' && (
        <Section title={t('nominate.staff')}>
          {candidates.length === 0 ? (
            <EmptyState title={t('nominate.noStaff')} action={<LinkButton to={paths.staff()}>{t('nominate.toStaff')}</LinkButton>} />
          ) : (
            <NominationForm candidates={candidates} />
          )}
        </Section>
      )}
    </Page>
  );
}
