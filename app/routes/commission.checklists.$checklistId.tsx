import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '~/domain/health-care/checklist';
import { getChecklist } from '~/domain/health-care/checklist-queries.server';
import { editChecklist } from '~/domain/health-care/edit-checklist.server';
import { publishChecklist } from '~/domain/health-care/publish-checklist.server';
import { CHECKLIST_LINES, checklistForm } from '~/domain/health-care/visit/inputs';
import { withdrawChecklist } from '~/domain/health-care/withdraw-checklist.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ChecklistForm } from '~/ui/checklist-form';
import { ChecklistItems } from '~/ui/checklist-items';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { Page, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const EMPTY_LINES = 4;

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:checklists.title');

export const loader = ({ request, params: { checklistId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const mayDraft = can(actor, 'checklist.edit');
    const checklist = await getChecklist(checklistId, beijingDate(now()), { drafts: mayDraft });
    return {
      checklist,
      sections: sectionsOf(checklist.items),
      mayDraft,
      isOpen: mayDraft && checklist.state === 'draft',
      mayWithdraw: mayDraft && (checklist.state === 'draft' || checklist.state === 'future'),
      lines: Math.min(CHECKLIST_LINES, checklist.items.length + EMPTY_LINES),
    };
  });

export const action = ({ request, params: { checklistId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const back = paths.checklist(checklistId);
    const intent = await intentOf(request, 'save', 'publish', 'withdraw');
    if (intent === 'publish') {
      await publishChecklist(ctx, checklistId);
      return redirectWithToast(back, 'visit:checklist.published');
    }
    if (intent === 'withdraw') {
      await withdrawChecklist(ctx, checklistId, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(back, 'visit:checklist.withdrawn');
    }
    await editChecklist(ctx, checklistId, await parseForm(request, checklistForm));
    return redirectWithToast(back, 'visit:checklist.saved');
  });

export default function Checklist() {
  const { checklist, sections, mayDraft, isOpen, mayWithdraw, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const title = t('checklist.title', { version: checklist.version });
  return (
    <Page
      title={title}
      status={<StatusBadge kind="visit:checklistState" status={checklist.state} />}
      breadcrumbs={[{ label: t('checklists.title'), to: paths.checklists() }, { label: title }]}
      actions={
        mayDraft && (
          <LinkButton to={paths.newChecklist({ from: checklist.id })} emphasis="second">
            {t('checklist.copy')}
          </LinkButton>
        )
      }
    >
      <Section title={t('checklist.facts')}>
        <DefinitionList
          items={[
            [t('checklist.titleZh'), checklist.titleZh],
            [t('checklist.titleEn'), checklist.titleEn],
            [t('checklist.from'), checklist.inForceFromOn],
            [t('checklists.basis'), checklist.isOfficial ? checklist.documentNo : t('checklists.proposed')],
          ]}
        />
      </Section>
      <Section title={t('checklist.items')}>
        <ChecklistItems sections={sections} />
      </Section>
      {isOpen && (
        <Section title={t('checklist.publish')}>
          <ConfirmForm
            label={t('checklist.publish')}
            explanation={t('checklist.publishText', { from: checklist.inForceFromOn })}
            intent="publish"
            reason={false}
          />
        </Section>
      )}
      {isOpen && (
        <Section title={t('checklist.edit')}>
          <ChecklistForm key={JSON.stringify(checklist)} checklist={checklist} isNew={false} lines={lines} />
        </Section>
      )}
      {mayWithdraw && (
        <Section title={t('checklist.withdraw')}>
          <ConfirmForm label={t('checklist.withdraw')} explanation={t('checklist.withdrawText')} intent="withdraw" danger />
        </Section>
      )}
    </Page>
  );
}
