import { changeFiling } from '~/domain/organisation/change-filing.server';
import { changeOperator } from '~/domain/organisation/change-operator.server';
import { correctInstitutionPeriod } from '~/domain/organisation/correct-period.server';
import { acceptChange, returnChange } from '~/domain/organisation/decide-change.server';
import {
  changeInput,
  closeInput,
  fileInput,
  filingInput,
  mergerInput,
  moveInput,
  operatorInput,
  periodInput,
  returnChangeInput,
} from '~/domain/organisation/institution/inputs';
import { keepFile } from '~/domain/organisation/keep-file.server';
import { moveInstitution } from '~/domain/organisation/move-institution.server';
import { usccContradicts } from '~/domain/organisation/uscc';
import { closeInstitution } from '~/domain/person/close-institution.server';
import { mergeInstitutions } from '~/domain/person/merge-institutions.server';
import type { UserActor } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';
import { can } from '~/domain/shared/policy';
import { enterpriseEnd, enterpriseInput, enterpriseRemoval } from '~/domain/talent/cooperation/inputs';
import { endEnterprise, recordEnterprise, removeEnterprise } from '~/domain/talent/keep-enterprise.server';
import { intentOf, parseForm } from './forms.server';
import { paths } from './paths';
import { redirectWithToast } from './toast.server';

const ENTERPRISE_INTENTS = ['enterprise', 'enterpriseEnd', 'enterpriseRemoval'] as const;

/** What an officer may do on the page of one institution. */
export async function actOnInstitution(request: Request, ctx: Context & { actor: UserActor }, id: string) {
  const here = paths.commissionInstitution(id);
  const intent = await intentOf(
    request,
    ...ENTERPRISE_INTENTS,
    'file',
    'filing',
    'operator',
    'move',
    'close',
    'merge',
    'correct',
    'accept',
    'return',
  );
  switch (intent) {
    case 'file': {
      const { facts, seen } = await parseForm(request, fileInput);
      await keepFile(ctx, id, facts, seen);
      const odd = usccContradicts(facts.uscc, facts.legalNature);
      return redirectWithToast(here, odd ? 'institution:act.done.fileWarned' : 'institution:act.done.file');
    }
    case 'filing':
      await changeFiling(ctx, id, await parseForm(request, filingInput));
      return redirectWithToast(here, 'institution:act.done.filing');
    case 'operator':
      await changeOperator(ctx, id, await parseForm(request, operatorInput));
      return redirectWithToast(here, 'institution:act.done.operator');
    case 'move': {
      const move = await parseForm(request, moveInput);
      await moveInstitution(ctx, id, move);
      const stays = can(ctx.actor, 'institution.keep', { districtCode: move.districtCode });
      return stays
        ? redirectWithToast(here, 'institution:act.done.move')
        : redirectWithToast(paths.commissionInstitutions(), 'institution:act.done.moveAway');
    }
    case 'close':
      await closeInstitution(ctx, id, await parseForm(request, closeInput));
      return redirectWithToast(here, 'institution:act.done.close');
    case 'merge':
      await mergeInstitutions(ctx, id, await parseForm(request, mergerInput));
      return redirectWithToast(here, 'institution:act.done.merge');
    case 'correct': {
      const { periodId, ...right } = await parseForm(request, periodInput);
      await correctInstitutionPeriod(ctx, id, periodId, right);
      return redirectWithToast(here, 'institution:act.done.correct');
    }
    case 'enterprise':
      await recordEnterprise(ctx, id, await parseForm(request, enterpriseInput));
      return redirectWithToast(here, 'programme:enterprises.added');
    case 'enterpriseEnd':
      await endEnterprise(ctx, id, await parseForm(request, enterpriseEnd));
      return redirectWithToast(here, 'programme:enterprises.ended');
    case 'enterpriseRemoval':
      await removeEnterprise(ctx, id, await parseForm(request, enterpriseRemoval));
      return redirectWithToast(here, 'programme:enterprises.removed');
    case 'accept':
      await acceptChange(ctx, (await parseForm(request, changeInput)).changeId);
      return redirectWithToast(here, 'institution:act.done.accept');
    case 'return': {
      const { changeId, reason } = await parseForm(request, returnChangeInput);
      await returnChange(ctx, changeId, reason);
      return redirectWithToast(here, 'institution:act.done.return');
    }
  }
}
