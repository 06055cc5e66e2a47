import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOwnKinds } from '~/domain/evaluation/catalogue-queries.server';
import { X_LEVELS } from '~/domain/evaluation/evaluation';
import { sittingSearch } from '~/domain/evaluation/inputs';
import { lastExamOn, SITTING_PHASES } from '~/domain/evaluation/sitting';
import { listSittings, SITTING_PAGE_SIZE } from '~/domain/evaluation/sitting-queries.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SittingTable } from '~/ui/sitting-table';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sittings.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const search = parseSearch(request, sittingSearch);
    const { rows, total } = await listSittings(actor, search, now());
    return {
      search,
      total,
      pageSize: SITTING_PAGE_SIZE,
      kinds: (await listOwnKinds(actor)).map(({ id, name }) => ({ value: id, label: name })),
      rows: rows.map((row) => ({
        id: row.id,
        code: row.code,
        kind: row.kind,
        level: row.level,
        phase: row.phase,
        seatsTaken: row.seatsTaken,
        capacity: row.capacity,
        recorded: row.recorded,
        taught: row.taught,
        registerUntilOn: row.registerUntilOn,
        lastExamOn: lastExamOn(row),
      })),
    };
  });

export default function Sittings() {
  const { search, rows, total, pageSize, kinds } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['evaluation', 'common']);
  const phases = [
    { value: 'current', label: t('sittings.current') },
    ...SITTING_PHASES.map((value) => ({ value: value as string, label: t(`phase.${value}`) })),
    { value: 'all', label: t('common:action.all') },
  ];
  return (
    <Page
      title={t('sittings.title')}
      lead={t('sittings.lead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.newSitting()}>{t('sittings.new')}</LinkButton>
          <ListExport list="sittings" />
        </Row>
      }
    >
      <Section>
        <FilterBar>
          <SelectField
            name="phase"
            label={t('field.phase')}
            options={phases}
            defaultValue={search.phase}
            placeholder={t('sittings.current')}
          />
          <SelectField name="kind" label={t('field.kind')} options={kinds} defaultValue={search.kind} optional />
          <SelectField
            name="level"
            label={t('field.level')}
            options={X_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
            defaultValue={search.level}
            optional
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState title={t('sittings.empty')} action={<LinkButton to={paths.newSitting()}>{t('sittings.new')}</LinkButton>}>
            <p>{t('sittings.emptyText')}</p>
          </EmptyState>
        ) : (
          <SittingTable caption={t('sittings.title')} rows={rows} />
        )}
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}
