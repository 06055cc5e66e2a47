import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listEvaluationOrganisations, listKinds } from '~/domain/evaluation/catalogue-queries.server';
import { kindInput } from '~/domain/evaluation/inputs';
import { addKind } from '~/domain/evaluation/save-kind.server';
import { can } from '~/domain/shared/policy';
import { NOTHING } from '~/i18n/format';
import { DataTable } from '~/ui/data-table';
import { KindForm } from '~/ui/kind-form';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:kinds.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const mayEdit = can(actor, 'x_kind.edit');
    return { kinds: await listKinds(), mayEdit, organisations: mayEdit ? await listEvaluationOrganisations() : [] };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    await addKind(contextFor(actor), await parseForm(request, kindInput));
    return redirectWithToast(paths.xKinds(), 'evaluation:kinds.added');
  });

export default function Kinds() {
  const { kinds, mayEdit, organisations } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const marks = usePunctuation();
  return (
    <Page title={t('kinds.title')} lead={t('kinds.lead')} width="wide" actions={<ListExport list="x-certificates" />}>
      <Section>
        <DataTable
          caption={t('kinds.title')}
          captionHidden
          rows={kinds}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('field.kind'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {mayEdit ? <Link to={paths.xKind(row.id)}>{row.name}</Link> : row.name}{' '}
                  {!row.isActive && <Badge>{t('kinds.inactive')}</Badge>}
                </>
              ),
            },
            { key: 'issuer', header: t('field.issuer'), cell: (row) => row.issuer },
            { key: 'levels', header: t('field.levels'), cell: (row) => row.levels.map((level) => t(`level.${level}`)).join(marks.list) },
            { key: 'childcare', header: t('field.childcareShort'), cell: (row) => t(row.childcareRelated ? 'kinds.yes' : 'kinds.no') },
            { key: 'organisation', header: t('field.organisation'), cell: (row) => row.organisation ?? t('kinds.notLinked') },
            { key: 'prefix', header: t('field.prefix'), nowrap: true, cell: (row) => row.numberPrefix || NOTHING },
            { key: 'issued', header: t('kinds.issued'), numeric: true, cell: (row) => row.issued },
            { key: 'source', header: t('field.source'), cell: (row) => row.source || NOTHING },
          ]}
        />
      </Section>
      {mayEdit && (
        <Section title={t('kinds.add')}>
          <KindForm organisations={organisations} submit={t('kinds.add')} />
        </Section>
      )}
    </Page>
  );
}
