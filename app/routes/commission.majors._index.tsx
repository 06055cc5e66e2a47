import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { can } from '~/domain/shared/policy';
import { listMajors } from '~/domain/talent/major-queries.server';
import { MAJOR_LEVELS } from '~/domain/talent/programme';
import { majorInput, majorSearch } from '~/domain/talent/programme/inputs';
import { addMajor } from '~/domain/talent/save-major.server';
import { NOTHING } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { MajorForm } from '~/ui/major-form';
import { Page, Section } from '~/ui/page';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useMajorName } from '~/ui/use-major-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:majors.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, majorSearch);
    return { majors: await listMajors(search), search, mayEdit: can(actor, 'major.edit') };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    await addMajor(contextFor(actor), await parseForm(request, majorInput));
    return redirectWithToast(paths.majors(), 'programme:majors.added');
  });

export default function Majors() {
  const { majors, search, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const majorName = useMajorName();
  return (
    <Page
      title={t('majors.title')}
      lead={t('majors.lead')}
      width="wide"
      actions={
        <>
          {mayEdit && (
            <LinkButton to={paths.newImport({ kind: 'majors' })} emphasis="second">
              {t('import')}
            </LinkButton>
          )}
          <ListExport list="majors" />
        </>
      }
    >
      <Section>
        <FilterBar>
          <SelectField
            name="show"
            label={t('majors.show')}
            defaultValue={search.show}
            placeholder={t('majors.shown.all')}
            options={(['childcare', 'active', 'off'] as const).map((value) => ({ value, label: t(`majors.shown.${value}`) }))}
          />
          <SelectField
            name="level"
            label={t('majors.level')}
            optional
            defaultValue={search.level}
            options={MAJOR_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
        </FilterBar>
        <DataTable
          caption={t('majors.title')}
          captionHidden
          rows={majors}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('majors.empty')} />}
          columns={[
            {
              key: 'name',
              header: t('majors.nameZh'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {mayEdit ? <Link to={paths.major(row.id)}>{majorName(row)}</Link> : majorName(row)}{' '}
                  {!row.isActive && <Badge>{t('majors.off')}</Badge>}
                </>
              ),
            },
            { key: 'code', header: t('majors.code'), nowrap: true, cell: (row) => row.code ?? NOTHING },
            { key: 'level', header: t('majors.level'), nowrap: true, cell: (row) => t(`level.${row.level}`) },
            {
              key: 'related',
              header: t('majors.relatedShort'),
              nowrap: true,
              cell: (row) => (row.childcareRelated ? <Badge tone="good">{t('yes')}</Badge> : t('no')),
            },
            { key: 'points', header: t('majors.points'), numeric: true, cell: (row) => row.points },
            { key: 'source', header: t('majors.source'), cell: (row) => row.source || NOTHING },
          ]}
        />
      </Section>
      {mayEdit && (
        <Section title={t('majors.add')}>
          <MajorForm submit={t('majors.add')} />
        </Section>
      )}
    </Page>
  );
}
