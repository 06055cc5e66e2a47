import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CITY_SCOPE } from '~/domain/organisation/areas';
import { readKeptCells } from '~/domain/rate/figures.server';
import { snapshotSearch } from '~/domain/rate/inputs';
import { ANY_OPERATOR, NO_CELL, SNAPSHOT_KINDS } from '~/domain/rate/rate';
import { figureUnder } from '~/domain/rate/reading';
import { getSnapshot, listSnapshots, verifySnapshot } from '~/domain/rate/snapshots.server';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SnapshotTable, Verification } from '~/ui/rate-snapshots';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { printed } from '~/web/rate-request.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:snapshots.title');

const PAGE_SIZE = 31;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'district_officer', 'city_officer');
    const { kind, verify, page } = parseSearch(request, snapshotSearch);
    const { rows, total } = await listSnapshots({ kind }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const asked = verify ? await getSnapshot(verify) : null;
    const figures = await Promise.all(
      rows.map(async (snapshot) => {
        const cells = await readKeptCells({
          snapshotId: snapshot.id,
          population: 'filed',
          operatorType: ANY_OPERATOR,
          scopes: [CITY_SCOPE],
        });
        return figureUnder(cells.get(CITY_SCOPE) ?? NO_CELL, 'standard');
      }),
    );
    return {
      page,
      kind,
      total,
      rows: rows.map((snapshot, at) => ({
        id: snapshot.id,
        on: snapshot.asOfOn,
        ...(printed(snapshot) as NonNullable<ReturnType<typeof printed>>),
        figure: figures[at] ?? { n: 0, d: 0, pending: 0 },
        verifyTo: paths.rateSnapshots({ kind, page: page === 1 ? undefined : page, verify: snapshot.id }),
        openTo: paths.rate({ on: snapshot.asOfOn, as: 'recorded' }),
      })),
      verified: asked && { on: asked.asOfOn, ...(await verifySnapshot(asked)) },
    };
  });

export default function Snapshots() {
  const { t } = useTranslation('rate');
  const { rows, page, total, verified } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('snapshots.title')}
      lead={t('snapshots.lead')}
      breadcrumbs={[{ label: t('title'), to: paths.rate() }, { label: t('snapshots.title') }]}
      width="wide"
      actions={<ListExport list="rate-snapshots" />}
    >
      {verified && <Verification verified={verified} />}
      <Section>
        <FilterBar>
          <SelectField
            name="kind"
            optional
            label={t('filter.kind')}
            options={SNAPSHOT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <Section>
        <SnapshotTable rows={rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
