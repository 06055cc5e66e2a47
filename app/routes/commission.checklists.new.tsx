import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listChecklists } from '~/domain/health-care/checklist-queries.server';
import { draftChecklist } from '~/domain/health-care/draft-checklist.server';
import { CHECKLIST_LINES, checklistForm, newChecklistSearch } from '~/domain/health-care/visit/inputs';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { ChecklistForm } from '~/ui/checklist-form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const EMPTY_LINES = 4;
const EMPTY = { titleZh: '', titleEn: '', isOfficial: false, documentNo: '', items: [] };

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:checklist.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    const { from } = parseSearch(request, newChecklistSearch);
    const today = beijingDate(now());
    const versions = await listChecklists(today, { drafts: true });
    const basis = versions.find(({ id }) => id === from) ?? versions.find(({ state }) => state === 'in_force');
    const checklist = { ...(basis ?? EMPTY), inForceFromOn: addDays(today, 30) };
    return { checklist, version: basis?.version ?? null, lines: Math.min(CHECKLIST_LINES, checklist.items.length + EMPTY_LINES) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const id = await draftChecklist(contextFor(actor), await parseForm(request, checklistForm));
    return redirectWithToast(paths.checklist(id), 'visit:checklist.drafted');
  });

export default function NewChecklist() {
  const { checklist, version, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  return (
    <Page
      title={t('checklist.newTitle')}
      lead={version === null ? t('checklist.lead') : t('checklist.basedOn', { version })}
      breadcrumbs={[{ label: t('checklists.title'), to: paths.checklists() }, { label: t('checklist.newTitle') }]}
    >
      <Section title={t('checklist.create')}>
        <ChecklistForm checklist={checklist} isNew lines={lines} />
      </Section>
    </Page>
  );
}
