import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lecturerSearch } from '~/domain/lecturer/inputs';
import { LECTURER_STANDINGS } from '~/domain/lecturer/lecturer';
import { countLecturers, LECTURERS_PER_PAGE, listLecturers } from '~/domain/lecturer/queries.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { LecturerFilter } from '~/ui/lecturer-filter';
import { LecturerTable } from '~/ui/lecturer-table';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'lecturer:title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const search = parseSearch(request, lecturerSearch);
    const at = now();
    const page = { limit: LECTURERS_PER_PAGE, offset: (search.page - 1) * LECTURERS_PER_PAGE };
    const [list, counts, experts] = await Promise.all([
      listLecturers(actor, search, at, page),
      countLecturers(actor, { ...search, whose: 'own' }, at),
      countLecturers(actor, { ...search, whose: 'experts' }, at),
    ]);
    return { ...list, counts, experts: experts.all, search, pageSize: LECTURERS_PER_PAGE };
  });

export default function ProviderLecturers() {
  const { rows, total, counts, experts, search, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation('lecturer');
  const own = search.whose === 'own';
  const { page: _page, ...filter } = search;
  return (
    <Page
      title={t('title')}
      lead={t(own ? 'list.providerLead' : 'list.expertsLead')}
      width="wide"
      actions={
        <Row>
          <LinkButton to={paths.newLecturer()}>{t('list.propose')}</LinkButton>
          <LinkButton to={paths.newImport({ kind: 'lecturers' })} emphasis="second">
            {t('list.import')}
          </LinkButton>
          <ListExport list="provider-lecturers" />
        </Row>
      }
    >
      {own && counts.lapsing > 0 && search.state !== 'lapsing' && (
        <NextStep to={paths.providerLecturers({ state: 'lapsing' })} action={t('list.lapsingAction')}>
          {t('list.lapsingNext', { count: counts.lapsing })}
        </NextStep>
      )}
      <Tabs
        label={t('title')}
        tabs={[
          { to: paths.providerLecturers(), label: t('list.own'), count: counts.all, current: own },
          { to: paths.providerLecturers({ whose: 'experts' }), label: t('list.experts'), count: experts, current: !own },
        ]}
      />
      {own && (
        <Tabs
          label={t('field.status')}
          tabs={(['', ...LECTURER_STANDINGS] as const).map((state) => ({
            to: paths.providerLecturers({ ...filter, state }),
            label: state === '' ? t('list.all') : t(`standing.${state}`),
            count: state === '' ? counts.all : counts[state],
            current: state === search.state,
          }))}
        />
      )}
      <Section>
        <LecturerFilter keep={{ whose: search.whose, state: search.state }} byDistrict={false} />
        <LecturerTable rows={rows} to={paths.providerLecturer} emptyText={t('list.emptyText')} />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}
