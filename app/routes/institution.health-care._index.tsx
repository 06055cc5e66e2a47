import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOpenClasses } from '~/domain/enrolment/fitting-queries.server';
import { oneStepNominationInput } from '~/domain/enrolment/inputs';
import { nominateInOneStep } from '~/domain/enrolment/nominate-in-one-step.server';
import { listStaffNeeds } from '~/domain/enrolment/staff-needs.server';
import { listOwnVisits } from '~/domain/health-care/institution-visits.server';
import { listHealthStaff } from '~/domain/health-care/training/health-staff.server';
import { findOwed } from '~/domain/health-care/training/owed.server';
import { beijingDate } from '~/domain/shared/period';
import { OwedSection, OwedStep } from '~/ui/health-care-owed';
import { HealthClasses } from '~/ui/health-classes';
import { HealthStaffTable } from '~/ui/health-staff-table';
import { InstitutionVisits } from '~/ui/institution-visits';
import { ListExport } from '~/ui/list-export';
import { NominationResult } from '~/ui/nomination-result';
import { Page, Section } from '~/ui/page';
import { Need } from '~/ui/staff-needs';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';

const CLASSES_SHOWN = 8;

export const meta: MetaFunction = (args) => titleFrom(args, 'health:institution.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'institution_admin'));
    const institutionId = actor.organisation?.id ?? '';
    const [owed, staff, { groups }, open, guidance] = await Promise.all([
      findOwed(institutionId, beijingDate(now)),
      listHealthStaff(institutionId, now),
      listStaffNeeds(institutionId, now),
      listOpenClasses(now),
      listOwnVisits(actor, now),
    ]);
    const classes = open
      .filter(({ categories, capacity, seatsTaken }) => categories.includes('health_staff') && seatsTaken < capacity)
      .slice(0, CLASSES_SHOWN)
      .map(({ capacity, seatsTaken, ...rest }) => ({ ...rest, free: capacity - seatsTaken }));
    return { owed, staff, need: groups.find((group) => group.need === 'health_training') ?? null, classes, guidance };
  });

/** One step: these people, that class. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const { classId, 'person[]': personIds } = await parseForm(request, oneStepNominationInput);
    return { results: await nominateInOneStep(ctx, classId, personIds) };
  });

export default function InstitutionHealthCare() {
  const { owed, staff, need, classes, guidance } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['health', 'visit']);
  return (
    <Page title={t('institution.title')} lead={t('institution.lead')}>
      {answer && 'results' in answer && <NominationResult results={answer.results} />}
      {owed && <OwedStep owed={owed} to="#training" />}
      <OwedSection owed={owed} />
      <HealthStaffTable staff={staff} />
      <Section title={t('institution.classes')} intro={t('institution.classesIntro')} id="training">
        {need && <Need group={need} />}
        {classes.length === 0 ? (
          <p>{t('prejob.noClasses')}</p>
        ) : (
          <HealthClasses
            rows={classes}
            caption={t('institution.classes')}
            show="provider"
            to={paths.class}
            act={{ to: (id) => paths.nominate({ class: id }), label: t('institution.nominateOne') }}
          />
        )}
      </Section>
      <Section
        title={t('visit:institution.title')}
        intro={t('visit:institution.intro')}
        id="visits"
        actions={<ListExport list="findings" of={{ state: 'all' }} />}
      >
        <InstitutionVisits {...guidance} />
      </Section>
    </Page>
  );
}
