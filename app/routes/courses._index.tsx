import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CATALOGUE_PAGE_SIZE, type CatalogueRow, listCatalogue } from '~/domain/course/catalogue.server';
import { CATALOGUE_SORTS, catalogueSearch } from '~/domain/course/inputs';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { CatalogueFilter } from '~/ui/catalogue-filter';
import classes from '~/ui/course.module.css';
import { CourseCard, type CourseCardRow } from '~/ui/course-card';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:catalogue.title');

const sum = (minutes: readonly number[]): number => minutes.reduce((total, each) => total + each, 0);

const cardOf = (row: CatalogueRow): CourseCardRow => {
  const { id, title, categories, delivery, provider, district, startsOn, enrolFromOn, enrolUntilOn } = row;
  const known = startsOn !== null && enrolFromOn !== null && enrolUntilOn !== null;
  const next = known
    ? { startsOn, enrolFromOn, enrolUntilOn, isOpen: row.isOpen ?? false, free: row.free ?? 0, openClasses: row.openClasses ?? 0 }
    : null;
  return { id, title, categories, delivery, provider, district, theoryMinutes: sum(row.theory), practiceMinutes: sum(row.practice), next };
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const state = parseSearch(request, catalogueSearch);
    const { rows, total, page } = await listCatalogue(state, now());
    const { page: _asked, sort, ...conditions } = state;
    return {
      state,
      rows: rows.map(cardOf),
      total,
      page,
      pageSize: CATALOGUE_PAGE_SIZE,
      sorts: CATALOGUE_SORTS.filter((each) => each !== 'relevance' || state.q !== ''),
      sort: sort ?? (state.q ? 'relevance' : 'soonest'),
      narrowed: Object.values(conditions).some(Boolean),
    };
  });

export default function Catalogue() {
  const { state, rows, total, page, pageSize, sorts, sort, narrowed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <Section>
        <CatalogueFilter state={state} />
      </Section>
      {rows.length === 0 ? (
        <EmptyState
          title={narrowed ? t('catalogue.empty') : t('catalogue.none')}
          action={narrowed && <LinkButton to={paths.courses()}>{t('catalogue.showAll')}</LinkButton>}
        >
          <p>{narrowed ? t('catalogue.emptyText') : t('catalogue.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <p className="numeric" role="status">
              {t('catalogue.found', { count: total })}
            </p>
            <Sorts sorts={sorts} current={sort} />
          </div>
          <ul className={classes.results} aria-label={t('catalogue.results')}>
            {rows.map((course) => (
              <CourseCard key={course.id} course={course} />
            ))}
          </ul>
          <Pagination page={page} pageSize={pageSize} total={total} />
          <Row>
            <ListExport list="courses" />
          </Row>
        </>
      )}
    </Page>
  );
}

type Sort = (typeof CATALOGUE_SORTS)[number];

const Sorts = ({ sorts, current }: { sorts: readonly Sort[]; current: Sort }) => {
  const { t } = useTranslation('course');
  const [search] = useSearchParams();
  const to = (sort: Sort) => {
    const next = new URLSearchParams([...search].filter(([name, value]) => name !== 'page' && name !== 'sort' && value !== ''));
    next.set('sort', sort);
    return `${paths.courses()}?${next}`;
  };
  return (
    <nav aria-label={t('catalogue.sort')}>
      <ul className={classes.sorts}>
        {sorts.map((sort) => (
          <li key={sort}>
            <Link to={to(sort)} aria-current={sort === current ? 'true' : undefined} preventScrollReset>
              {t(`catalogue.sortBy.${sort}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
