import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openSittingSearch, sittingChoice } from '~/domain/evaluation/inputs';
import { registerMyself } from '~/domain/evaluation/register-candidate.server';
import { listMyRegistrations, listOpenSittings, OPEN_PAGE_SIZE } from '~/domain/evaluation/registration-queries.server';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { ListExport } from '~/ui/list-export';
import { MyRegistrations, shownRegistration } from '~/ui/my-registrations';
import { NextStep } from '~/ui/next-step';
import { type OpenSitting, OpenSittings } from '~/ui/open-sittings';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:mine.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { personId } = await requireActor(request, 'trainee');
    const search = parseSearch(request, openSittingSearch);
    const at = now();
    const mine = personId ? await listMyRegistrations(personId, at) : [];
    const open = await listOpenSittings(search, at, { personId, collegeId: null });
    return { search, ...open, pageSize: OPEN_PAGE_SIZE, isKnown: personId !== null, mine: mine.map(shownRegistration) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'trainee');
    const { sittingId } = await parseForm(request, sittingChoice);
    const { candidateId, number, isNew } = await registerMyself(contextFor(actor), sittingId);
    return redirectWithToast(paths.mySitting(candidateId), isNew ? 'evaluation:mine.registered' : 'evaluation:mine.already', { number });
  });

export default function MySittings() {
  const { rows, total, pageSize, search, mine, isKnown } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} actions={mine.length > 0 && <ListExport list="my-sittings" />}>
      {!isKnown && <NextStep>{t('mine.claimPending')}</NextStep>}
      {mine.length > 0 && (
        <Section title={t('mine.registrations')}>
          <MyRegistrations rows={mine} />
        </Section>
      )}
      <Section title={t('mine.open')}>
        <OpenSittings
          caption={t('mine.open')}
          rows={rows}
          name={(row) => `${row.kind} · ${t(`level.${row.level}`)}`}
          empty={
            <EmptyState title={t('mine.none')}>
              <p>{t('mine.noneText')}</p>
            </EmptyState>
          }
          more={[{ key: 'act', header: t('mine.register'), cell: (row) => <Register row={row} isKnown={isKnown} /> }]}
        />
        <Pagination page={search.page} pageSize={pageSize} total={total} />
      </Section>
    </Page>
  );
}

const Register = ({ row, isKnown }: { row: OpenSitting; isKnown: boolean }) => {
  const { t } = useTranslation('evaluation');
  if (row.mine) return <Link to={paths.mySitting(row.mine)}>{t('mine.registeredBadge')}</Link>;
  if (row.phase === 'full') return <Badge>{t('mine.full')}</Badge>;
  if (row.phase === 'not_open') return <>{t('mine.notYet', { date: row.registerFromOn })}</>;
  if (!isKnown) return null;
  return (
    <Form name={row.id}>
      <input type="hidden" name="sittingId" value={row.id} />
      <SubmitButton small>
        {t('mine.register')}
        <span className="visually-hidden">{` ${row.kind} ${row.code}`}</span>
      </SubmitButton>
    </Form>
  );
};
