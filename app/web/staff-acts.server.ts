import { resetPassword } from '~/domain/account/reset-password.server';
import { changeEngagement } from '~/domain/person/change-engagement.server';
import { changePerson } from '~/domain/person/change-person.server';
import { chooseMainPost } from '~/domain/person/choose-main-post.server';
import { convertIntern } from '~/domain/person/convert-intern.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import {
  changeOffPostInput,
  checksInput,
  conversionInput,
  endEngagementInput,
  engagementInput,
  offPostInput,
  personInput,
  removeOffPostInput,
  unmaskInput,
} from '~/domain/person/inputs';
import { recordChecks } from '~/domain/person/record-checks.server';
import { changeOffPost, recordOffPost, removeOffPost } from '~/domain/person/record-off-post.server';
import { getStaffMember } from '~/domain/person/staff-queries.server';
import { unmaskPerson } from '~/domain/person/unmask-person.server';
import type { UserActor } from '~/domain/shared/actor';
import { reasonInput } from '~/domain/shared/inputs';
import { NotFound } from '~/domain/shared/refusals';
import { contextFor } from './actor.server';
import { intentOf, parseForm } from './forms.server';
import { paths } from './paths';
import { redirectWithToast } from './toast.server';

const INTENTS = [
  ...(['post', 'person', 'end', 'never', 'convert', 'main', 'checks'] as const),
  ...(['leave', 'change-leave', 'remove-leave', 'unmask', 'reset'] as const),
] as const;

/** What an institution does on the page of one entry of its staff list. */
export async function actOnStaff(request: Request, actor: UserActor, id: string) {
  const ctx = contextFor(actor);
  const member = await getStaffMember(actor, id, ctx.now);
  const here = paths.staffMember(id);
  switch (await intentOf(request, ...INTENTS)) {
    case 'post':
      await changeEngagement(ctx, id, await parseForm(request, engagementInput));
      return redirectWithToast(here, 'person:staff.changed');
    case 'person':
      await changePerson(ctx, id, await parseForm(request, personInput));
      return redirectWithToast(here, 'person:staff.personChanged');
    case 'end':
      await endEngagement(ctx, id, (await parseForm(request, endEngagementInput)).endOn);
      return redirectWithToast(paths.staff(), 'person:staff.ended');
    case 'never':
      await endEngagement(ctx, id, member.startOn);
      return redirectWithToast(paths.staff(), 'roster:never.done');
    case 'convert':
      return redirectWithToast(
        paths.staffMember(await convertIntern(ctx, id, await parseForm(request, conversionInput))),
        'roster:convert.done',
      );
    case 'main':
      await chooseMainPost(ctx, id);
      return redirectWithToast(here, 'roster:main.done');
    case 'checks':
      await recordChecks(ctx, id, await parseForm(request, checksInput));
      return redirectWithToast(here, 'roster:checks.done');
    case 'leave':
      await recordOffPost(ctx, id, await parseForm(request, offPostInput));
      return redirectWithToast(here, 'roster:off.recorded');
    case 'change-leave': {
      const { offPostId, ...days } = await parseForm(request, changeOffPostInput);
      await changeOffPost(ctx, id, offPostId, days);
      return redirectWithToast(here, 'roster:off.changed');
    }
    case 'remove-leave':
      await removeOffPost(ctx, id, (await parseForm(request, removeOffPostInput)).offPostId);
      return redirectWithToast(here, 'roster:off.removed');
    case 'unmask': {
      const { field, reason } = await parseForm(request, unmaskInput);
      return { unmasked: { field, value: await unmaskPerson(ctx, member.person.id, field, reason) } };
    }
    case 'reset': {
      const { reason } = await parseForm(request, reasonInput);
      const { account, person } = member;
      if (!account) throw new NotFound();
      const password = await resetPassword(ctx, account.id, reason);
      return { issued: { name: person.name, login: account.phoneMasked ?? account.username ?? '', password } };
    }
  }
}
