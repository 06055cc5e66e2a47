import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { classListSearch } from '~/domain/training-class/inputs';
import { listProviderClasses, listTeachableCourses, listTerms } from '~/domain/training-class/queries.server';
import { CLASS_STATUSES, classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { formatDays, NOTHING } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ClassPhase } from '~/ui/class-phase';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'class:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const search = parseSearch(request, classListSearch);
    const at = now();
    const { rows, total, pageSize } = await listProviderClasses(actor, search, at);
    const courses = await listTeachableCourses(actor);
    return {
      search,
      total,
      pageSize,
      terms: await listTerms(actor),
      courses: courses.map(({ id, title }) => ({ id, title })),
      rows: rows.map((row) => ({
        id: row.id,
        code: row.code,
        term: row.term,
        courseTitle: row.courseTitle,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        enrolUntilOn: row.enrolUntilOn,
        capacity: row.capacity,
        seatsTaken: row.seatsTaken,
        waitingCount: row.waitingCount,
        toDecide: row.toDecide,
        undecided: row.minimumDecision === 'pending',
        phase: classPhase(row, at),
        window: enrolmentWindowState(row, at),
      })),
    };
  });

export default function ProviderClasses() {
  const { search, rows, total, pageSize, terms, courses } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['class', 'common']);
  const language = useLanguage();
  const phases = [
    { value: 'current', label: t('list.current') },
    ...CLASS_STATUSES.map((value) => ({ value: value as string, label: t(`status.${value}`) })),
    { value: 'all', label: t('common:action.all') },
  ];
  const filtered = search.phase !== 'current' || search.term !== '' || search.course !== '';
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width="wide"
      actions={
        <>
          <ListExport list="provider-classes" />
          <LinkButton to={paths.newClass()}>{t('list.new')}</LinkButton>
        </>
      }
    >
      <Section>
        <FilterBar>
          <SelectField name="phase" label={t('list.phase')} options={phases} defaultValue={search.phase} placeholder={t('list.current')} />
          <SelectField
            name="term"
            label={t('field.term')}
            options={terms.map((term) => ({ value: term, label: term }))}
            defaultValue={search.term}
            optional
          />
          <SelectField
            name="course"
            label={t('page.course')}
            options={courses.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={search.course}
            optional
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState title={filtered ? t('list.emptyFiltered') : t('list.empty')} />
        ) : (
          <DataTable
            caption={t('list.title')}
            captionHidden
            dense
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'code',
                header: t('field.code'),
                rowHeader: true,
                nowrap: true,
                cell: (row) => <Link to={paths.providerClass(row.id)}>{row.code}</Link>,
              },
              { key: 'course', header: t('page.course'), cell: (row) => row.courseTitle },
              { key: 'term', header: t('field.term'), nowrap: true, cell: (row) => row.term || NOTHING },
              {
                key: 'phase',
                header: t('list.phase'),
                cell: (row) => (
                  <>
                    <ClassPhase phase={row.phase} window={row.window} />{' '}
                    {row.undecided && <Badge tone="wait">{t('minimumDecision.pending')}</Badge>}
                  </>
                ),
              },
              { key: 'dates', header: t('field.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
              { key: 'until', header: t('form.until'), nowrap: true, cell: (row) => row.enrolUntilOn },
              { key: 'seats', header: t('list.seats'), numeric: true, cell: (row) => `${row.seatsTaken}/${row.capacity}` },
              { key: 'waiting', header: t('list.waiting'), numeric: true, cell: (row) => row.waitingCount },
              { key: 'decide', header: t('list.toDecide'), numeric: true, cell: (row) => row.toDecide },
            ]}
          />
        )}
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}
