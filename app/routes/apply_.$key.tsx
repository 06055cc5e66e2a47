import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { applyAgain } from '~/domain/organisation/apply-as-provider.server';
import { applyInput } from '~/domain/organisation/inputs';
import { getApplication } from '~/domain/organisation/queries.server';
import { formatDateTime } from '~/i18n/format';
import { ApplicationForm } from '~/ui/application-form';
import { DefinitionList } from '~/ui/definition-list';
import { Notice } from '~/ui/notice';
import { useDistrictName } from '~/ui/organisation-fields';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction, handleLoader } from '~/web/action.server';
import { visitorContext } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { addressOf, limitRate } from '~/web/rate-limit.server';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'organisation:apply.statusTitle');

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await limitRate('application', addressOf(context), 120, 60 * 60);
    const application = await getApplication(params.key ?? '');
    const { contactPhone, contactEmail, ...shown } = application;
    // The contact's numbers are only sent where the form needs them.
    const open = application.status === 'returned';
    return {
      ...shown,
      contactPhone: open ? contactPhone : null,
      contactEmail: open ? contactEmail : null,
      createdAt: application.createdAt.toISOString(),
    };
  });

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const key = params.key ?? '';
    const application = await parseForm(request, applyInput(COURSE_CATEGORIES));
    await limitRate('apply', addressOf(context), 10, 60 * 60);
    await applyAgain(visitorContext(), key, application);
    return redirectWithToast(paths.application(key), 'organisation:apply.resubmitted');
  });

export default function Application() {
  const application = useLoaderData<typeof loader>();
  const { t } = useTranslation(['organisation', 'course']);
  const marks = usePunctuation();
  const districtName = useDistrictName();
  return (
    <Page
      title={t('apply.statusTitle')}
      lead={t(`apply.statusLead.${application.status}`)}
      status={<StatusBadge kind="organisation:status" status={application.status} />}
      width="narrow"
    >
      {application.decisionReason && (
        <Notice tone="warn" title={t('apply.opinion')}>
          <p>{application.decisionReason}</p>
        </Notice>
      )}
      <Section>
        <DefinitionList
          items={[
            [t('field.name'), application.name],
            [t('field.kind'), t(`kind.${application.kind}`)],
            [t('field.uscc'), application.uscc],
            [t('field.district'), districtName(application.districtCode)],
            [t('apply.wanted'), application.categories.map((category) => t(`course:category.${category}`)).join(marks.list)],
            [t('facts.createdAt'), formatDateTime(application.createdAt)],
          ]}
        />
      </Section>
      {application.status === 'returned' && <ApplicationForm values={application} />}
    </Page>
  );
}
