import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { applyAsProvider } from '~/domain/organisation/apply-as-provider.server';
import { applyInput } from '~/domain/organisation/inputs';
import { ApplicationForm } from '~/ui/application-form';
import { Page } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction } from '~/web/action.server';
import { visitorContext } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { addressOf, limitRate } from '~/web/rate-limit.server';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'organisation:apply.title');

export const action = ({ request, context }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const application = await parseForm(request, applyInput(COURSE_CATEGORIES));
    await limitRate('apply', addressOf(context), 10, 60 * 60);
    const key = await applyAsProvider(visitorContext(), application);
    return redirectWithToast(paths.application(key), 'organisation:apply.received');
  });

export default function Apply() {
  const { t } = useTranslation('organisation');
  return (
    <Page title={t('apply.title')} lead={t('apply.lead')} width="narrow">
      <ApplicationForm />
    </Page>
  );
}
