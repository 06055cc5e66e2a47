import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mergeInput, mergeSearch } from '~/domain/person/inputs';
import { mergePersons } from '~/domain/person/merge-persons.server';
import { compareForMerge } from '~/domain/person/people-queries.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { MergeCompare } from '~/ui/merge-compare';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useWords } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'roster:people.mergeTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { keep, merge } = parseSearch(request, mergeSearch);
    return compareForMerge(actor, keep, merge, now);
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const { keep, merge, reason } = await parseForm(request, mergeInput);
    await mergePersons(ctx, keep, merge, reason);
    return redirectWithToast(paths.people(), 'roster:people.done');
  });

export default function Merge() {
  const { kept, merged, conflicts } = useLoaderData<typeof loader>();
  const { t } = useTranslation('roster');
  const words = useWords();
  const differs = kept.name !== merged.name || (kept.bornOn !== null && merged.bornOn !== null && kept.bornOn !== merged.bornOn);
  return (
    <Page
      title={t('people.mergeTitle')}
      lead={t('people.mergeLead')}
      width="wide"
      breadcrumbs={[{ label: t('people.title'), to: paths.people() }, { label: t('people.mergeTitle') }]}
    >
      {differs && <Notice tone="warn">{t('people.differs')}</Notice>}
      {conflicts.length > 0 && (
        <Notice tone="bad" title={t('people.conflicts')}>
          <ul>
            {conflicts.map(({ code, what }) => (
              <li key={`${code} ${what}`}>{words(`refusals:${code}`, { what })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section>
        <MergeCompare kept={kept} merged={merged} />
        <Row>
          {conflicts.length === 0 && (
            <ConfirmForm
              name="merge"
              values={{ keep: kept.id, merge: merged.id }}
              label={t('people.merge')}
              explanation={t('people.mergeText')}
              danger
            />
          )}
          <LinkButton to={paths.mergePeople({ keep: merged.id, merge: kept.id })} emphasis="second">
            {t('people.swap')}
          </LinkButton>
        </Row>
      </Section>
    </Page>
  );
}
