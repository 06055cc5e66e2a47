import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getOutline } from '~/domain/course/queries.server';
import { can } from '~/domain/shared/policy';
import { LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { OutlineModules } from '~/ui/outline-table';
import { Page, Section } from '~/ui/page';
import { titleOf } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.outline.titleZh ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'city_officer', 'district_officer');
    return { outline: await getOutline(params.outlineId ?? ''), mayEdit: can(actor, 'outline.edit') };
  });

export default function OutlineVersion() {
  const { outline, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const title = useLanguage() === 'en' ? outline.titleEn : outline.titleZh;
  const note = { document: outline.documentNo ?? t('compliance.noDocument'), version: outline.version };
  return (
    <Page
      title={title}
      lead={outline.source === 'official' ? t('compliance.officialNote', note) : t('compliance.proposedNote', note)}
      breadcrumbs={[{ label: t('outline.title'), to: paths.outlines() }, { label: t('manage.version', { version: outline.version }) }]}
      actions={mayEdit && <LinkButton to={paths.newOutline({ from: outline.id })}>{t('outline.new')}</LinkButton>}
    >
      <Section>
        <DefinitionList
          items={[
            [t('field.category'), t(`category.${outline.category}`)],
            [t('outline.version'), t('manage.version', { version: outline.version })],
            [t('outline.source'), t(`source.${outline.source}`)],
            [t('outline.document'), outline.documentNo],
            [t('outline.effectiveOn'), outline.effectiveOn],
          ]}
        />
        <OutlineModules modules={outline.modules} />
      </Section>
    </Page>
  );
}
