import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { titlesOf } from '~/domain/certificate/title-queries.server';
import { getStaffMember } from '~/domain/person/staff-queries.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { issuedIn, OneTimePassword } from '~/ui/one-time-password';
import { Page, Section } from '~/ui/page';
import { AlertBadges } from '~/ui/roster-badges';
import { MemberActs } from '~/ui/staff-acts';
import { MemberDisputes } from '~/ui/staff-disputes';
import { ChecksForm } from '~/ui/staff-forms';
import { StaffLeave } from '~/ui/staff-leave';
import { Flags, Period } from '~/ui/staff-table';
import { titleOf } from '~/ui/title';
import { UnmaskForm, unmaskedIn } from '~/ui/unmask-form';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { actOnStaff } from '~/web/staff-acts.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.person.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'institution_admin'));
    const member = await getStaffMember(actor, params.engagementId ?? '', now);
    return { ...member, titles: (await titlesOf([member.person.id], now)).get(member.person.id) ?? [] };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => actOnStaff(request, await requireActor(request, 'institution_admin'), params.engagementId ?? ''));

export default function StaffMember() {
  const { person, account, leaves, disputes, titles, ...post } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['person', 'roster', 'certificate']);
  const marks = usePunctuation();
  const issued = issuedIn(answer);
  const waiting = disputes.some((dispute) => dispute.status === 'open');
  return (
    <Page
      title={person.name}
      breadcrumbs={[{ label: t('staff.title'), to: paths.staff() }, { label: person.name }]}
      actions={waiting && <LinkButton to={paths.rosterAnswers()}>{t('roster:disputes.toAnswer')}</LinkButton>}
    >
      {issued && <OneTimePassword issued={issued} />}
      <Section title={t('staff.post')}>
        <DefinitionList
          items={[
            [t('field.role'), t(`role.${post.role}`)],
            [t('staff.flags'), <Flags key="flags" row={post} />],
            [t('staff.period'), <Period key="period" row={post} />],
            [t('roster:field.contractUntil'), post.contractUntilOn],
            post.remark ? [t('roster:field.remark'), post.remark] : null,
            [t('field.idType'), t(`idType.${person.idType}`)],
            [t('field.idNumber'), person.idNumberMasked],
            [t('field.phone'), person.phoneMasked],
            [t('field.gender'), person.gender && t(`gender.${person.gender}`)],
            [t('field.education'), person.education && t(`education.${person.education}`)],
            titles.length > 0
              ? [
                  t('certificate:family.professional_title'),
                  titles
                    .map(({ series, level }) => `${t(`certificate:titleSeries.${series}`)} ${t(`certificate:titleLevel.${level}`)}`)
                    .join(marks.clause),
                ]
              : null,
          ]}
        />
        <MemberActs post={post} person={person} />
      </Section>
      <MemberDisputes disputes={disputes} />
      {!post.isOver && (
        <Section title={t('roster:checks.title')} intro={t('roster:checks.intro')}>
          <DefinitionList
            items={[
              [t('roster:field.healthCert'), person.healthCertValidUntil],
              [t('roster:field.background'), person.backgroundCheckedOn],
              [t('roster:field.alert'), <AlertBadges key="alerts" alerts={post.alerts} />],
            ]}
          />
          <ChecksForm checks={person} />
        </Section>
      )}
      <StaffLeave leaves={leaves} mayAdd={!post.isOver} />
      <UnmaskForm unmasked={unmaskedIn(answer)} />
      <Section title={t('staff.resetTitle')} intro={account ? t('staff.resetText') : t('staff.noAccountText')}>
        {account && <ConfirmForm name="reset" intent="reset" label={t('staff.reset')} danger />}
      </Section>
    </Page>
  );
}
