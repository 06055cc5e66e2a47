import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { currentPasswordInput } from '~/domain/account/inputs';
import { findOwnClaim, getOwnAccount, listSessions } from '~/domain/account/queries.server';
import { removeOwnSecondFactor } from '~/domain/account/reset-second-factor.server';
import { signOut } from '~/domain/account/sign-out.server';
import { changeOwnPhone } from '~/domain/person/change-own-phone.server';
import { identifyAccount } from '~/domain/person/identify-account.server';
import { educationInput, identifyInput, ownPhoneInput } from '~/domain/person/inputs';
import { stateEducation } from '~/domain/person/state-education.server';
import { SECOND_FACTOR_ROLES } from '~/domain/shared/actor';
import { beijingDate } from '~/domain/shared/period';
import { IdentifySection } from '~/ui/identify-section';
import { LoginFacts, SecondFactorSection, SessionsSection } from '~/ui/own-account';
import { EducationSection, PhoneSection } from '~/ui/own-details';
import { Page } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor, requireSession } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { limitRate } from '~/web/rate-limit.server';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:own.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { accountId, role } = await requireActor(request);
    const session = await requireSession(request);
    const { now } = contextFor(session.actor);
    const [own, claim, sessions] = await Promise.all([getOwnAccount(accountId), findOwnClaim(accountId), listSessions(accountId, now)]);
    return {
      own: {
        ...own,
        passwordChangedAt: own.passwordChangedAt.toISOString(),
        secondFactorSince: own.secondFactorSince?.toISOString() ?? null,
        privacyAcceptedAt: own.privacyAcceptedAt?.toISOString() ?? null,
      },
      claim: own.hasPerson || !claim ? null : { status: claim.status, reason: claim.reason },
      required: SECOND_FACTOR_ROLES.includes(role),
      asTrainee: role === 'trainee',
      sessions: sessions.map(({ id, createdAt, lastSeenAt, ...row }, at) => ({
        key: String(at),
        current: id === session.sessionId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        ...row,
      })),
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request));
    const { sessionId } = await requireSession(request);
    switch (await intentOf(request, 'everywhere', 'remove', 'identify', 'phone', 'education')) {
      case 'everywhere': {
        const cookie = await signOut(ctx, sessionId, true);
        return redirectWithToast(paths.signIn(), 'account:signedOutEverywhere', {}, { headers: { 'Set-Cookie': cookie } });
      }
      case 'remove':
        await removeOwnSecondFactor(ctx, sessionId, (await parseForm(request, currentPasswordInput)).currentPassword);
        if (SECOND_FACTOR_ROLES.includes(ctx.actor.role)) return redirect(paths.secondFactorSetup(paths.account()));
        return redirectWithToast(paths.account(), 'account:own.removed');
      case 'phone':
        await changeOwnPhone(ctx, await parseForm(request, ownPhoneInput));
        return redirectWithToast(paths.account(), 'account:own.phoneChanged');
      case 'education':
        await stateEducation(ctx, (await parseForm(request, educationInput)).education);
        return redirectWithToast(paths.account(), 'account:own.educationSaved');
      case 'identify': {
        await limitRate('identify', ctx.actor.accountId, 10, 24 * 60 * 60);
        const outcome = await identifyAccount(ctx, await parseForm(request, identifyInput(beijingDate(ctx.now))));
        return redirectWithToast(paths.account(), outcome === 'joined' ? 'account:own.joined' : 'account:own.claimed');
      }
    }
  });

export default function Account() {
  const { own, claim, required, asTrainee, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('account');
  const unknown = !own.hasPerson && claim?.status !== 'pending';
  const waiting = claim ? (claim.status === 'pending' ? t('own.leadClaim') : t('own.leadRefused')) : t('own.leadNoPerson');
  return (
    <Page title={t('own.title')} lead={own.hasPerson || !asTrainee ? t('own.lead') : waiting} width="narrow">
      {unknown && asTrainee && <IdentifySection reason={claim?.reason ?? null} />}
      {own.lacksEducation && asTrainee && <EducationSection />}
      <LoginFacts own={own} />
      <PhoneSection phoneMasked={own.phoneMasked} />
      <SecondFactorSection own={own} required={required} />
      <SessionsSection sessions={sessions} />
      {unknown && !asTrainee && <IdentifySection reason={claim?.reason ?? null} intro={t('own.identifyIntro')} />}
    </Page>
  );
}
