import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { oneStepNominationInput } from '~/domain/enrolment/inputs';
import { nominateInOneStep } from '~/domain/enrolment/nominate-in-one-step.server';
import { listStaffNeeds } from '~/domain/enrolment/staff-needs.server';
import { countInstitutionTasks } from '~/domain/enrolment/task-queries.server';
import { countOwnFindings } from '~/domain/health-care/guidance-tasks.server';
import { findOwed } from '~/domain/health-care/training/owed.server';
import { countAnswers } from '~/domain/person/answer-queries.server';
import { rosterFreshness } from '~/domain/person/roster-freshness.server';
import { listStaff } from '~/domain/person/staff-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { countPlacementTasks } from '~/domain/talent/placement/task-queries.server';
import { LinkButton } from '~/ui/button';
import { MendStep } from '~/ui/guidance-steps';
import { OwedStep } from '~/ui/health-care-owed';
import { InstitutionSteps } from '~/ui/institution-steps';
import { NominationResult } from '~/ui/nomination-result';
import { Page } from '~/ui/page';
import { PlacementSteps } from '~/ui/placement-steps';
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
    const [tasks, answers, fresh, needs, dates, owed, mends, placements] = await Promise.all([
      countInstitutionTasks(actor),
      countAnswers(institutionId),
      rosterFreshness([institutionId], beijingDate(now)),
      listStaffNeeds(institutionId, now),
      listStaff(actor, { q: '', state: 'current', alert: 'any' }, now, { limit: DATES_SHOWN, offset: 0 }),
      findOwed(institutionId, beijingDate(now)),
      countOwnFindings(actor, now),
      countPlacementTasks(actor, 'institution', now),
    ]);
    const { freshness, dueOn } = fresh.get(institutionId) ?? { freshness: 'never' as const, dueOn: null };
    return { ...tasks, answers, roster: { freshness, dueOn }, needs, dates, owed, mends, placements };
  });

/** One step: these people, that class. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const { classId, 'person[]': personIds } = await parseForm(request, oneStepNominationInput);
    return { results: await nominateInOneStep(ctx, classId, personIds) };
  });

export default function InstitutionWork() {
  const { needs, dates, owed, mends, placements, ...steps } = useLoaderData<typeof loader>();
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
      {owed && (owed.standing === 'waiting' || owed.standing === 'overdue') && <OwedStep owed={owed} to={paths.institutionHealthCare()} />}
      <MendStep {...mends} />
      <InstitutionSteps {...steps} />
      <PlacementSteps {...placements} to={paths.institutionPlacements()} />
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
