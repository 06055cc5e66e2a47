import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { outlineFromSearch, outlineInput } from '~/domain/course/inputs';
import { isRowIntent, withRowIntent } from '~/domain/course/module-rows';
import { OUTLINE_SOURCES } from '~/domain/course/outline';
import { publishOutline } from '~/domain/course/publish-outline.server';
import { getOutlineToFollow } from '~/domain/course/queries.server';
import { rowsOfOutline } from '~/domain/course/stored-rows';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { Forbidden } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { DefaultButton, SubmitButton } from '~/ui/button';
import { DateField, SelectField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { ModuleEditor } from '~/ui/module-editor';
import { Grid, Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { formOf, intentOf, parseForm, parseSearch, valuesOf } from '~/web/forms.server';
import { paths } from '~/web/paths';
import type { Problem } from '~/web/problem';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:outline.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'city_officer');
    if (!can(actor, 'outline.edit')) throw new Forbidden();
    const { outline, latest } = await getOutlineToFollow(parseSearch(request, outlineFromSearch).from);
    return { outline, latest, rows: rowsOfOutline(outline.modules), today: beijingDate(now()) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const form = await formOf(request);
    const asked = String(form.get('intent') ?? '');
    if (isRowIntent(asked)) return data({ refusal: null, errors: {}, values: withRowIntent(valuesOf(form), asked) } satisfies Problem);
    await intentOf(request, 'save');
    const { outline, after } = await parseForm(request, outlineInput);
    const { outlineId, version } = await publishOutline(contextFor(actor), outline, after);
    return redirectWithToast(paths.outline(outlineId), 'course:outline.published', { version });
  });

export default function NewOutline() {
  const { outline, latest, rows, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  return (
    <Page
      title={t('outline.newTitle')}
      lead={t('outline.newLead', { version: latest + 1 })}
      width="wide"
      breadcrumbs={[{ label: t('outline.title'), to: paths.outlines() }, { label: t('outline.newTitle') }]}
    >
      <Form>
        <DefaultButton intent="save" />
        <input type="hidden" name="category" value={outline.category} />
        <input type="hidden" name="after" value={latest} />
        <Section title={t(`category.${outline.category}`)}>
          <Grid min="20rem">
            <TextField name="titleZh" label={t('outline.titleZh')} defaultValue={outline.titleZh} maxLength={100} />
            <TextField name="titleEn" label={t('outline.titleEn')} defaultValue={outline.titleEn} maxLength={150} />
            <TextField
              name="documentNo"
              label={t('outline.documentNo')}
              hint={t('outline.documentHint')}
              optional
              defaultValue={outline.documentNo}
              maxLength={60}
            />
            <SelectField
              name="source"
              label={t('outline.source')}
              defaultValue={outline.source}
              options={OUTLINE_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
            />
            <DateField name="effectiveOn" label={t('outline.effectiveOn')} defaultValue={today} />
          </Grid>
        </Section>
        <Section title={t('edit.modules')} intro={`${t('hint.hours')} ${t('hint.topics')}`} id="modules">
          <ModuleEditor rows={rows} bilingual />
        </Section>
        <FormActions>
          <SubmitButton intent="save">{t('outline.publish')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
