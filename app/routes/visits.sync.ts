import type { ActionFunctionArgs } from '@remix-run/node';
import { sentVisit } from '~/domain/health-care/field/inputs';
import { recordVisit } from '~/domain/health-care/record-visit.server';
import { visitingOrganisation } from '~/domain/health-care/visit-scope.server';
import { handleAction } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { answerPhone, requireSameSignIn } from '~/web/phone-answer.server';

/** A visit recorded on a phone, perhaps long ago and without a network; sent as often as the phone thinks fit. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, () =>
    answerPhone(request, async () => {
      const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff');
      visitingOrganisation(actor);
      const sent = await parseForm(request, sentVisit);
      requireSameSignIn(actor, sent);
      await recordVisit(contextFor(actor), sent.record);
    }),
  );
