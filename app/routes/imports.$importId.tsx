import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { commitImport, discardImport } from '~/domain/excel/commit-import.server';
import { ROWS_PER_PAGE } from '~/domain/excel/import';
import { getImport, requireImport } from '~/domain/excel/import-queries.server';
import { importRowSearch, undoInput } from '~/domain/excel/inputs';
import { requestUndo } from '~/domain/excel/undo-import.server';
import { IMPORTERS, IMPORTS } from '~/domain/report/import-kinds.server';
import { ImportActions } from '~/ui/import-actions';
import { ImportBlocks } from '~/ui/import-blocks';
import { ImportFacts } from '~/ui/import-facts';
import { ImportNextStep } from '~/ui/import-next-step';
import { ImportRows } from '~/ui/import-rows';
import { Page } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm, parseSearch } from '~/web/forms.server';
import { importView } from '~/web/import-view.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.found.fileName ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const filter = parseSearch(request, importRowSearch);
    const found = await getImport(actor, params.importId ?? '', filter);
    return { found: importView(found, IMPORTS[found.run.kind]), filter, pageSize: ROWS_PER_PAGE };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const ctx = contextFor(actor);
    const importId = params.importId ?? '';
    await requireImport(actor, importId);
    const here = paths.import(importId);
    switch (await intentOf(request, 'commit', 'discard', 'undo')) {
      case 'commit':
        await commitImport(ctx, importId);
        return redirectWithToast(here, 'import:act.committed');
      case 'discard':
        await discardImport(ctx, importId);
        return redirectWithToast(here, 'import:act.discarded');
      case 'undo': {
        const { reason } = await parseForm(request, undoInput);
        const answer = await requestUndo(ctx, IMPORTS, importId, reason);
        return redirectWithToast(here, answer === 'blocked' ? 'import:act.blocked' : 'import:act.undoing');
      }
    }
  });

export default function OneImport() {
  const { found, filter, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('import');
  return (
    <Page
      title={found.fileName}
      lead={t(`kind.${found.kind}`)}
      width="wide"
      status={<StatusBadge kind="import:status" status={found.status} />}
      breadcrumbs={[{ label: t('list.title'), to: paths.imports() }, { label: found.fileName }]}
    >
      <ImportNextStep found={found} />
      {found.blocks && found.status === 'committed' && <ImportBlocks blocks={found.blocks} />}
      {found.checkedAt && found.status !== 'unreadable' && <ImportRows found={found} filter={filter} pageSize={pageSize} />}
      <ImportFacts found={found} />
      <ImportActions found={found} />
    </Page>
  );
}
