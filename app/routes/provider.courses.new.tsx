import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DELIVERIES } from '~/domain/course/course';
import { draftCourse } from '~/domain/course/draft-course.server';
import { draftCourseInput } from '~/domain/course/inputs';
import { getProviderScope } from '~/domain/course/queries.server';
import { SubmitButton } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-fields';
import { SelectField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:new.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => getProviderScope(await requireActor(request, 'provider_staff')));

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { title, delivery, start, 'categories[]': categories } = await parseForm(request, draftCourseInput);
    const { courseId } = await draftCourse(contextFor(actor), { title, delivery, categories, fromOutline: start === 'outline' });
    return redirectWithToast(paths.editCourse(courseId), 'course:new.created');
  });

export default function NewCourse() {
  const { categories, isMchCentre } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('list.title'), to: paths.providerCourses() }, { label: t('new.title') }]}
    >
      {categories.length === 0 ? (
        <Notice tone="warn">{t('new.noScope')}</Notice>
      ) : (
        <Section>
          <Form>
            <TextField name="title" label={t('field.title')} maxLength={80} />
            <CheckboxGroup
              name="categories[]"
              label={t('field.category')}
              hint={t('hint.category')}
              options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
              defaultValue={categories.length === 1 ? categories : []}
            />
            {!isMchCentre && <p>{t('new.mchOnly')}</p>}
            <SelectField
              name="delivery"
              label={t('field.delivery')}
              options={DELIVERIES.map((value) => ({ value, label: t(`delivery.${value}`) }))}
            />
            <RadioGroup
              name="start"
              label={t('new.start')}
              stacked
              defaultValue="outline"
              options={[
                { value: 'outline', label: t('new.fromOutline'), description: t('new.fromOutlineText') },
                { value: 'blank', label: t('new.blank'), description: t('new.blankText') },
              ]}
            />
            <FormActions>
              <SubmitButton>{t('new.create')}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  );
}
