import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNextClass } from '~/domain/enrolment/fitting-queries.server';
import { oneStepNominationInput } from '~/domain/enrolment/inputs';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { listStaffNeeds } from '~/domain/enrolment/staff-needs.server';
import { countInstitutionTasks } from '~/domain/enrolment/task-queries.server';
import { countAnswers } from '~/domain/person/answer-queries.server';
import { rosterFreshness } from '~/domain/person/roster-freshness.server';
import { listStaff } from '~/domain/person/staff-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { LinkButton } from '~/ui/button';
import { InstitutionSteps } from '~/ui/institution-steps';
import { NominationResult } from '~/ui/nomination-result';
import { Page } from '~/ui/page';
import { StaffDates } from '~/ui/staff-dates';
import { StaffNeeds } from '~/ui/staff-needs';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:institution.title');

const DATES_SHOWN = 8;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'institution_admin'));
    const institutionId = actor.organisation?.id ?? '';
    const [tasks, answers, fresh, needs, dates] = await Promise.all([
      countInstitutionTasks(actor),
      countAnswers(institutionId),
      rosterFreshness([institutionId], beijingDate(now)),
      listStaffNeeds(institutionId, now),
      listStaff(actor, { q: '', state: 'current', alert: 'any' }, now, { limit: DATES_SHOWN, offset: 0 }),
    ]);
    const { freshness, dueOn } = fresh.get(institutionId) ?? { freshness: 'never' as const, dueOn: null };
    return { ...tasks, answers, roster: { freshness, dueOn }, needs, dates };
  });

/** One step: these people, that class. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const { classId, 'person[]': personIds } = await parseForm(request, oneStepNominationInput);
    const results = [];
    for (const { personId, name, place, refusal } of await nominateStaff(ctx, { classId, personIds, overrideReason: '', remark: '' }))
      results.push({ personId, name, place, refusal, next: refusal ? await findNextClass(personId, classId, ctx.now) : null });
    return { results };
  });

export default function InstitutionWork() {
  const { needs, dates, ...steps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['enrolment', 'roster']);
  return (
    <Page
      title={t('institution.title')}
      lead={t('institution.lead')}
      actions={
        <LinkButton to={paths.nominate()} emphasis="second">
          {t('form.nominate')}
        </LinkButton>
      }
    >
      {answer && 'results' in answer && <NominationResult results={answer.results} />}
      <InstitutionSteps {...steps} />
      <StaffNeeds {...needs} />
      <StaffDates {...dates} />
      {steps.current > 0 && (
        <p>
          <Link to={paths.confirmations({ show: 'current' })}>{t('institution.current', { count: steps.current })}</Link>
        </p>
      )}
    </Page>
  );
}
