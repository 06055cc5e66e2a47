import type { UserActor } from '~/domain/shared/actor';
import { Conflict, Forbidden, isExpected, type RefusalCode, type RefusalParams } from '~/domain/shared/refusals';
import { translate } from '~/i18n/translate';
import { InvalidForm, MalformedForm } from './forms.server';
import { languageOf } from './locale.server';
import type { PhoneAnswer } from './phone-answer';

const SEPARABLE: readonly string[] = ['visit_recorded_differently', 'visit_cancelled_meanwhile', 'visit_of_other_organisation'];

/** What was written under one sign-in is not sent under another, whoever holds the phone now. @throws Conflict */
export function requireSameSignIn(actor: UserActor, sent: { accountId: string; organisationId: string }): void {
  if (actor.accountId !== sent.accountId || actor.organisation?.id !== sent.organisationId) throw new Conflict('visit_other_sign_in');
}

/** Answers a phone that sends by itself: a refusal as a sentence to keep beside what was refused. Anything else is the page's. */
export async function answerPhone(request: Request, run: () => Promise<unknown>): Promise<Response> {
  const say = (status: number, answer: PhoneAnswer) => Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
  const refused = (status: number, code: RefusalCode, params: RefusalParams = {}) =>
    say(status, {
      state: 'refused',
      sentence: translate(languageOf(request), `refusals:${code}`, params),
      separable: SEPARABLE.includes(code),
    });
  try {
    await run();
    return say(200, { state: 'kept' });
  } catch (error) {
    if (error instanceof InvalidForm) return refused(422, Object.values(error.errors)[0]?.code ?? 'form_malformed');
    if (error instanceof MalformedForm) return refused(error.status, error.status === 413 ? 'form_too_large' : 'form_malformed');
    // In another role of hers, or signed in as somebody else: what to do is the same.
    if (error instanceof Forbidden) return refused(403, 'visit_other_sign_in');
    if (isExpected(error) && error.status !== 503) return refused(error.status, error.code, error.params);
    throw error;
  }
}
