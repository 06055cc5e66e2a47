import { COURSE_CATEGORIES } from '~/domain/course/course';
import { approveOrganisation } from '~/domain/organisation/approve-organisation.server';
import { changeOrganisation } from '~/domain/organisation/change-organisation.server';
import { accountInput, approvalInput, changedFromInput, organisationInput } from '~/domain/organisation/inputs';
import { issueAccount } from '~/domain/organisation/issue-account.server';
import { restoreOrganisation } from '~/domain/organisation/restore-organisation.server';
import { returnOrganisation } from '~/domain/organisation/return-organisation.server';
import { suspendOrganisation } from '~/domain/organisation/suspend-organisation.server';
import { usccContradicts } from '~/domain/organisation/uscc';
import { reasonInput } from '~/domain/shared/inputs';
import type { Context } from '~/domain/shared/operation.server';
import { ACCOUNT_ACTS, actOnAccount } from './account-acts.server';
import { intentOf, parseForm } from './forms.server';
import { paths } from './paths';
import { redirectWithToast } from './toast.server';

/** What an officer may do on the page of one organisation. */
export async function actOnOrganisation(request: Request, ctx: Context, id: string) {
  const here = paths.organisation(id);
  const intent = await intentOf(request, 'approve', 'return', 'change', 'suspend', 'restore', 'issue', ...ACCOUNT_ACTS);
  switch (intent) {
    case 'approve': {
      const issued = await approveOrganisation(ctx, id, (await parseForm(request, approvalInput(COURSE_CATEGORIES)))['categories[]']);
      return issued?.password ? { issued } : redirectWithToast(here, 'organisation:page.approved');
    }
    case 'return':
      await returnOrganisation(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'organisation:page.returned');
    case 'change': {
      const facts = await parseForm(request, organisationInput(COURSE_CATEGORIES));
      await changeOrganisation(ctx, id, { ...facts, ...(await parseForm(request, changedFromInput)) });
      const odd = usccContradicts(facts.uscc, facts.legalNature);
      return redirectWithToast(here, odd ? 'organisation:facts.natureMismatch' : 'organisation:page.changed');
    }
    case 'suspend':
      await suspendOrganisation(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'organisation:page.suspended');
    case 'restore':
      await restoreOrganisation(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'organisation:page.restored');
    case 'issue': {
      const issued = await issueAccount(ctx, id, await parseForm(request, accountInput));
      return issued.password ? { issued } : redirectWithToast(here, 'organisation:page.granted');
    }
    default:
      return actOnAccount(request, ctx, intent, here);
  }
}
