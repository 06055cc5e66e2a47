import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { resetPassword } from '~/domain/account/reset-password.server';
import { changeEngagement } from '~/domain/person/change-engagement.server';
import { changePerson } from '~/domain/person/change-person.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import { endEngagementInput, engagementInput, personInput, unmaskInput } from '~/domain/person/inputs';
import { getStaffMember } from '~/domain/person/queries.server';
import { unmaskPerson } from '~/domain/person/unmask-person.server';
import { reasonInput } from '~/domain/shared/inputs';
import { NotFound } from '~/domain/shared/refusals';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { DateField } from '~/ui/fields';
import { issuedIn, OneTimePassword } from '~/ui/one-time-password';
import { Page, Row, Section } from '~/ui/page';
import { PersonForm, PostForm } from '~/ui/staff-forms';
import { Flags, Period } from '~/ui/staff-table';
import { titleOf } from '~/ui/title';
import { UnmaskForm, unmaskedIn } from '~/ui/unmask-form';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.person.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => getStaffMember(await requireActor(request, 'institution_admin'), params.engagementId ?? ''));

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const id = params.engagementId ?? '';
    const { person, account } = await getStaffMember(ctx.actor, id);
    const here = paths.staffMember(id);
    switch (await intentOf(request, 'post', 'person', 'end', 'unmask', 'reset')) {
      case 'post':
        await changeEngagement(ctx, id, await parseForm(request, engagementInput));
        return redirectWithToast(here, 'person:staff.changed');
      case 'person':
        await changePerson(ctx, id, await parseForm(request, personInput));
        return redirectWithToast(here, 'person:staff.personChanged');
      case 'end':
        await endEngagement(ctx, id, (await parseForm(request, endEngagementInput)).endOn);
        return redirectWithToast(paths.staff(), 'person:staff.ended');
      case 'unmask': {
        const { field, reason } = await parseForm(request, unmaskInput);
        return { unmasked: { field, value: await unmaskPerson(ctx, person.id, field, reason) } };
      }
      case 'reset': {
        const { reason } = await parseForm(request, reasonInput);
        if (!account) throw new NotFound();
        const password = await resetPassword(ctx, account.id, reason);
        return { issued: { name: person.name, login: account.phoneMasked ?? account.username ?? '', password } };
      }
    }
  });

export default function StaffMember() {
  const { person, account, ...post } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('person');
  const issued = issuedIn(answer);
  return (
    <Page title={person.name} breadcrumbs={[{ label: t('staff.title'), to: paths.staff() }, { label: person.name }]}>
      {issued && <OneTimePassword issued={issued} />}
      <Section title={t('staff.post')}>
        <DefinitionList
          items={[
            [t('field.role'), t(`role.${post.role}`)],
            [t('staff.flags'), <Flags key="flags" row={post} />],
            [t('staff.period'), <Period key="period" row={post} />],
            [t('field.idType'), t(`idType.${person.idType}`)],
            [t('field.idNumber'), person.idNumberMasked],
            [t('field.phone'), person.phoneMasked],
            [t('field.gender'), person.gender && t(`gender.${person.gender}`)],
            [t('field.education'), person.education && t(`education.${person.education}`)],
          ]}
        />
        <Row>
          <PostForm post={post} />
          <PersonForm person={person} />
          {post.endOn === null && (
            <ConfirmForm
              name="end"
              intent="end"
              label={t('staff.end')}
              explanation={t('staff.endText', { name: person.name })}
              reason={false}
            >
              <DateField name="endOn" label={t('field.endOn')} hint={t('staff.endOnHint')} />
            </ConfirmForm>
          )}
        </Row>
      </Section>
      <UnmaskForm unmasked={unmaskedIn(answer)} />
      <Section title={t('staff.resetTitle')} intro={account ? t('staff.resetText') : t('staff.noAccountText')}>
        {account && <ConfirmForm name="reset" intent="reset" label={t('staff.reset')} danger />}
      </Section>
    </Page>
  );
}
