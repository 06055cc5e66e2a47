import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { newEntrySearch } from '~/domain/certificate/inputs';
import { newEntry } from '~/domain/certificate/new-entry.server';
import { listPresentStaff } from '~/domain/certificate/present-staff.server';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { NewCertificate } from '~/ui/new-certificate';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { answerEntry } from '~/web/certificate-acts.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:entry.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    const entry = await newEntry(actor, parseSearch(request, newEntrySearch), now());
    return { entry, staff: entry.engagementId === null ? await listPresentStaff(actor, now()) : [] };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    answerEntry(request, await requireActor(request, 'institution_admin'), {
      list: paths.staffCertificates(),
      one: paths.staffCertificate,
    }),
  );

export default function NewStaffCertificate() {
  const { entry, staff } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['certificate', 'person']);
  const [search] = useSearchParams();
  const { engagementId, holderName, corrects } = entry;
  return (
    <Page
      title={corrects ? t('entry.correct') : holderName ? t('entry.titleFor', { name: holderName }) : t('entry.title')}
      width="narrow"
      breadcrumbs={[{ label: t('staff.title'), to: paths.staffCertificates() }, { label: t('entry.title') }]}
    >
      {engagementId === null ? (
        <Whose staff={staff} />
      ) : (
        <NewCertificate
          entry={entry}
          engagementId={engagementId}
          to={(family) => paths.newStaffCertificate({ engagement: engagementId, family, replaces: family && search.get('replaces') })}
          forStaff
        />
      )}
    </Page>
  );
}

const Whose = ({ staff }: { staff: { id: string; name: string; idNumberMasked: string }[] }) => {
  const { t } = useTranslation(['certificate', 'person']);
  if (staff.length === 0) return <EmptyState title={t('person:staff.empty')}>{t('person:staff.emptyText')}</EmptyState>;
  return (
    <Section title={t('entry.whose')} intro={t('entry.whoseHint')}>
      <Form method="get" action={paths.newStaffCertificate()}>
        <SelectField
          name="engagement"
          label={t('field.holder')}
          options={staff.map(({ id, name, idNumberMasked }) => ({ value: id, label: `${name} · ${idNumberMasked}` }))}
        />
        <FormActions>
          <SubmitButton>{t('entry.go')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
