import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listChecklists } from '~/domain/health-care/checklist-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Badge, StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'visit:checklists.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const mayEdit = can(actor, 'checklist.edit');
    const versions = await listChecklists(beijingDate(now()), { drafts: mayEdit });
    return { mayEdit, versions: versions.map(({ items, ...version }) => ({ ...version, lines: items.length })) };
  });

export default function Checklists() {
  const { versions, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation('visit');
  const isEnglish = useLanguage() === 'en';
  const draft = versions.find(({ state }) => state === 'draft');
  const current = versions.find(({ state }) => state === 'in_force');
  return (
    <Page
      title={t('checklists.title')}
      lead={t('checklists.lead')}
      actions={
        <Row>
          {mayEdit && <LinkButton to={paths.newChecklist({ from: current?.id })}>{t('checklists.new')}</LinkButton>}
          <ListExport list="checklists" />
        </Row>
      }
    >
      {draft && (
        <NextStep to={paths.checklist(draft.id)} action={t('checklists.nextDraftAction')}>
          {t('checklists.nextDraft')}
        </NextStep>
      )}
      <Section>
        <DataTable
          caption={t('checklists.caption')}
          captionHidden
          rows={versions}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('checklists.empty')}>{t('checklists.emptyText')}</EmptyState>}
          columns={[
            {
              key: 'version',
              header: t('checklists.version'),
              rowHeader: true,
              nowrap: true,
              cell: (row) => <Link to={paths.checklist(row.id)}>{t('checklists.versionNo', { version: row.version })}</Link>,
            },
            { key: 'name', header: t('checklists.name'), cell: (row) => (isEnglish ? row.titleEn : row.titleZh) },
            { key: 'from', header: t('checklists.from'), cell: (row) => row.inForceFromOn, nowrap: true },
            { key: 'lines', header: t('checklists.lines'), cell: (row) => row.lines, numeric: true },
            {
              key: 'basis',
              header: t('checklists.basis'),
              cell: (row) => (row.isOfficial ? row.documentNo : <Badge>{t('checklists.proposed')}</Badge>),
            },
            {
              key: 'status',
              header: t('checklists.status'),
              cell: (row) => <StatusBadge kind="visit:checklistState" status={row.state} />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
