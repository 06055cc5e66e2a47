import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { gapsToRead } from '~/domain/course/compliance';
import { COURSE_EDITABLE } from '~/domain/course/course';
import { editCourse } from '~/domain/course/edit-course.server';
import { editCourseInput } from '~/domain/course/inputs';
import { isRowIntent, withRowIntent } from '~/domain/course/module-rows';
import { getCourse, getProviderScope, listOutlineChoices } from '~/domain/course/queries.server';
import { rowsOfModules } from '~/domain/course/stored-rows';
import { submitCourse } from '~/domain/course/submit-course.server';
import { DefaultButton, LinkButton, SubmitButton } from '~/ui/button';
import { ComplianceReport } from '~/ui/compliance-report';
import { BasicsFields, OutlineFields, PassRuleFields } from '~/ui/course-form';
import { Form, FormActions } from '~/ui/form';
import { ModuleEditor } from '~/ui/module-editor';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { formOf, intentOf, parseForm, valuesOf } from '~/web/forms.server';
import { paths } from '~/web/paths';
import type { Problem } from '~/web/problem';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:edit.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { course, modules, compliance } = await getCourse(actor, params.courseId ?? '');
    if (!COURSE_EDITABLE.includes(course.status)) throw redirect(paths.providerCourse(course.id));
    const scope = await getProviderScope(actor);
    const outlines = await listOutlineChoices(course.categories);
    return { course, rows: rowsOfModules(modules), compliance, categories: scope.categories, outlines };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const form = await formOf(request);
    const asked = String(form.get('intent') ?? '');
    if (isRowIntent(asked)) return data({ refusal: null, errors: {}, values: withRowIntent(valuesOf(form), asked) } satisfies Problem);
    const intent = await intentOf(request, 'save', 'submit');
    const id = params.courseId ?? '';
    const { text, seenAt } = await parseForm(request, editCourseInput);
    if (intent === 'submit') {
      await submitCourse(contextFor(actor), id, { text, seenAt });
      return redirectWithToast(paths.providerCourse(id), 'course:manage.submitted');
    }
    await editCourse(contextFor(actor), id, text, seenAt);
    return redirectWithToast(paths.editCourse(id), 'course:edit.saved');
  });

export default function EditCourse() {
  const { course, rows, compliance, categories, outlines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const language = useLanguage();
  const choices = compliance.flatMap(({ outline }) =>
    outline.modules.map((module) => ({
      code: module.code,
      label: `${module.code} ${language === 'en' ? module.titleEn : module.titleZh}`,
      group: t(`category.${outline.category}`),
    })),
  );
  return (
    <Page
      title={t('edit.title')}
      lead={t('edit.lead')}
      width="wide"
      breadcrumbs={[
        { label: t('list.title'), to: paths.providerCourses() },
        { label: course.title, to: paths.providerCourse(course.id) },
        { label: t('edit.title') },
      ]}
      actions={
        <LinkButton to={paths.providerCourse(course.id)} emphasis="second">
          {t('edit.done')}
        </LinkButton>
      }
    >
      {course.status === 'returned' && (
        <Notice tone="bad" title={t('manage.reason')}>
          {course.decisionReason}
        </Notice>
      )}
      {compliance
        .filter(({ result }) => result.gaps.length > 0)
        .map(({ outline, result }) => (
          <Notice key={outline.id} tone="warn">
            <a href="#compliance">
              {t('compliance.against', { category: t(`category.${outline.category}`) })}
              {' · '}
              {t('compliance.gaps', { count: gapsToRead(result.gaps).length })}
            </a>
          </Notice>
        ))}
      <Form>
        <DefaultButton intent="save" />
        <input type="hidden" name="seenAt" value={course.updatedAt.toISOString()} />
        <BasicsFields course={course} categories={categories} />
        <PassRuleFields rule={course.passRule} />
        <OutlineFields course={course} outlines={outlines} />
        <Section title={t('edit.modules')} intro={`${t('hint.hours')} ${t('hint.topics')} ${t('hint.code')}`} id="modules">
          <ModuleEditor rows={rows} choices={choices} />
        </Section>
        <FormActions>
          <SubmitButton intent="save">{t('edit.save')}</SubmitButton>
          <SubmitButton intent="submit" emphasis="second">
            {t('edit.saveAndSubmit')}
          </SubmitButton>
        </FormActions>
      </Form>
      <Section title={t('compliance.title')} intro={t('compliance.intro')} id="compliance">
        {compliance.length === 0 && <p>{t('compliance.none')}</p>}
        {compliance.map((measured) => (
          <ComplianceReport key={measured.outline.id} {...measured} />
        ))}
      </Section>
    </Page>
  );
}
