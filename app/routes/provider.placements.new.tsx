import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import {
  findInstitutionChoice,
  listInstitutionChoices,
  listPointChoices,
  listStudentChoices,
} from '~/domain/talent/placement/choice-queries.server';
import { newPlacementSearch, proposalInput } from '~/domain/talent/placement/inputs';
import { proposePlacements } from '~/domain/talent/placement/propose-placements.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { ProposalAnswers } from '~/ui/placement-answers';
import { InstitutionChoices } from '~/ui/placement-institutions';
import { ProposalForm } from '~/ui/placement-proposal';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'placement:new.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'provider_staff'));
    const search = parseSearch(request, newPlacementSearch);
    const institution = search.institution ? await findInstitutionChoice(actor, search.institution) : null;
    if (!institution) return { institution, choices: await listInstitutionChoices(actor, search, now), students: [], points: [], search };
    const [students, points] = await Promise.all([listStudentChoices(actor, search, now), listPointChoices(actor)]);
    return { institution, choices: [], students, points, search };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const { students, ...term } = await parseForm(request, proposalInput);
    const answers = await proposePlacements(ctx, { ...term, students });
    const refused = answers.filter(({ refusal }) => refusal !== null).map(({ studentId }) => studentId);
    if (refused.length === 0)
      return redirectWithToast(paths.placements({ shown: 'proposed' }), 'placement:new.sent', { count: answers.length });
    return { answers, again: { term, lines: students.filter(({ studentId }) => refused.includes(studentId)) } };
  });

export default function NewPlacement() {
  const { institution, choices, students, points, search } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('placement');
  const districtName = useDistrictName();
  const answered = answer && 'answers' in answer ? answer : null;
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      width="wide"
      breadcrumbs={[{ label: t('list.title'), to: paths.placements() }, { label: t('new.title') }]}
    >
      {answered && <ProposalAnswers answers={answered.answers} />}
      {!institution && (
        <Section title={t('new.where')}>
          <FilterBar>
            <SelectField
              name="district"
              label={t('field.district')}
              optional
              defaultValue={search.district}
              options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
            />
            <TextField name="q" label={t('new.name')} type="search" optional defaultValue={search.q} maxLength={100} />
          </FilterBar>
          <InstitutionChoices rows={choices} />
        </Section>
      )}
      {institution && (
        <>
          <NextStep to={paths.newPlacement()} action={t('new.other')}>
            {t('new.chosen', { name: institution.name })}
          </NextStep>
          <Section title={t('new.who')}>
            <FilterBar keep={{ institution: institution.id }}>
              <TextField name="student" label={t('new.findWho')} type="search" optional defaultValue={search.student} maxLength={100} />
              <SelectField
                name="point"
                label={t('field.major')}
                optional
                placeholder={t('new.anyMajor')}
                defaultValue={search.point}
                options={points.map(({ id, major }) => ({ value: id, label: major }))}
              />
            </FilterBar>
            {students.length === 0 ? (
              <EmptyState
                title={t('new.noStudent')}
                action={
                  <LinkButton to={paths.students()} emphasis="second">
                    {t('new.toStudents')}
                  </LinkButton>
                }
              >
                {t('new.noStudentText')}
              </EmptyState>
            ) : (
              <ProposalForm
                key={JSON.stringify(answered?.answers)}
                institutionId={institution.id}
                students={students}
                again={answered?.again ?? null}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
