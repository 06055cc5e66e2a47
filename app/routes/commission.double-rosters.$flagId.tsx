import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { decideDoubleRoster } from '~/domain/person/decide-double-roster.server';
import { getDoubleRoster } from '~/domain/person/double-queries.server';
import { doubleRosterInput } from '~/domain/person/inputs';
import { DefinitionList } from '~/ui/definition-list';
import { DoubleDecision } from '~/ui/double-decision';
import { type DoubleEntry, DoubleState } from '~/ui/double-table';
import { Notice } from '~/ui/notice';
import { Grid, Page, Section } from '~/ui/page';
import { Flags, Period } from '~/ui/staff-table';
import { titleOf } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.personName ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => getDoubleRoster(await requireActor(request, 'district_officer', 'city_officer'), params.flagId ?? ''));

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const flagId = params.flagId ?? '';
    await getDoubleRoster(actor, flagId);
    await decideDoubleRoster(contextFor(actor), flagId, await parseForm(request, doubleRosterInput));
    return redirectWithToast(paths.doubleRoster(flagId), 'roster:double.done');
  });

const Entry = ({ title, entry }: { title: string; entry: DoubleEntry }) => {
  const { t } = useTranslation(['roster', 'person']);
  const districtName = useDistrictName();
  return (
    <Section title={title}>
      <DefinitionList
        items={[
          [t('mine.institution'), entry.institution],
          [t('field.district'), districtName(entry.districtCode)],
          [t('person:field.role'), t(`person:role.${entry.role}`)],
          [t('person:staff.flags'), <Flags key="flags" row={{ ...entry, hasOther: true }} />],
          [t('person:staff.period'), <Period key="period" row={entry} />],
          [t('field.contractUntil'), entry.contractUntilOn],
          [t('double.addedOn'), entry.addedOn],
        ]}
      />
    </Section>
  );
};

export default function DoubleRoster() {
  const { personName, idNumberMasked, first, second, raisedOn, decision, decidedOn, settledOn, reason } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['roster', 'person']);
  const open = decision === null && settledOn === null;
  return (
    <Page
      title={personName}
      lead={open ? t('double.lead') : undefined}
      status={<DoubleState row={{ decision, decidedOn, settledOn }} />}
      breadcrumbs={[{ label: t('double.title'), to: paths.doubleRosters() }, { label: personName }]}
    >
      <DefinitionList
        items={[
          [t('person:field.idNumber'), idNumberMasked],
          [t('double.raisedOn'), raisedOn],
          decidedOn ? [t('double.decidedOn'), decidedOn] : null,
          reason ? [t('double.reason'), reason] : null,
        ]}
      />
      <Grid min="26rem">
        <Entry title={t('double.first')} entry={first} />
        <Entry title={t('double.second')} entry={second} />
      </Grid>
      {settledOn && !decision && <Notice>{t('double.notStanding')}</Notice>}
      {open && <DoubleDecision entries={[first, second]} />}
    </Page>
  );
}
