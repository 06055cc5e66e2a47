import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { planBasis } from '~/domain/health-care/plan-basis.server';
import { planVisit } from '~/domain/health-care/plan-visit.server';
import { newPlanForm, newVisitSearch } from '~/domain/health-care/visit/inputs';
import { now } from '~/platform/clock.server';
import { LinkButton, SubmitButton } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { Form, FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { PlanFields } from '~/ui/visit-plan-fields';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { requireGuidance } from '~/web/guidance-actor.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleFrom(args, 'visit:plan.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireGuidance(request);
    return planBasis(actor, parseSearch(request, newVisitSearch), now());
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireGuidance(request));
    const { institutionId, followsId, ...plan } = await parseForm(request, newPlanForm);
    const visitId = await planVisit(ctx, { institutionId, followsId }, plan);
    return redirectWithToast(paths.visit(visitId), 'visit:plan.done');
  });

export default function NewVisit() {
  const { institution, follows, found, q, visitors, plan, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const district = useDistrictName();
  return (
    <Page title={t('plan.title')} width="narrow" breadcrumbs={[{ label: t('list.title'), to: paths.visits() }, { label: t('plan.title') }]}>
      {institution === null ? (
        <Section title={t('plan.chooseInstitution')}>
          <FilterBar>
            <TextField name="q" label={t('list.filterInstitution')} hint={t('plan.findHint')} type="search" optional maxLength={60} />
          </FilterBar>
          {found.length === 0 && <p>{t('plan.foundNone')}</p>}
          <ul>
            {found.map(({ id, name, districtCode }) => (
              <li key={id}>
                <Link to={paths.newVisit({ institution: id, q })}>{name}</Link> · {district(districtCode)}
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Section
          title={institution.name}
          actions={
            follows === null && (
              <LinkButton to={paths.newVisit({ q })} emphasis="quiet" small>
                {t('plan.change')}
              </LinkButton>
            )
          }
        >
          {follows && <Notice title={t('plan.follows', { day: follows.visitedOn ?? '' })}>{t('plan.followsText')}</Notice>}
          <Form name="plan" columns>
            <input type="hidden" name="institutionId" value={institution.id} />
            <input type="hidden" name="followsId" value={follows?.id ?? ''} />
            <PlanFields visitors={visitors} today={today} plan={plan} isFollowUp={follows !== null} />
            <FormActions>
              <SubmitButton>{t('plan.submit')}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  );
}
