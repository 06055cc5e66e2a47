import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { listOutlines } from '~/domain/course/queries.server';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { OutlineVersions } from '~/ui/outline-table';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'course:outline.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'city_officer', 'district_officer');
    const today = beijingDate(now());
    const outlines = await listOutlines();
    const groups = COURSE_CATEGORIES.map((category) => {
      const versions = outlines.filter((outline) => outline.category === category);
      const inForce = versions.find((outline) => outline.effectiveOn <= today)?.id;
      return { category, rows: versions.map((outline) => ({ ...outline, inForce: outline.id === inForce })) };
    });
    return { groups: groups.filter((group) => group.rows.length > 0), mayEdit: can(actor, 'outline.edit') };
  });

export default function Outlines() {
  const { groups, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const proposed = groups.some((group) => group.rows.some((row) => row.inForce && row.source === 'proposed'));
  return (
    <Page title={t('outline.title')} lead={t('outline.lead')} width="wide" actions={<ListExport list="outlines" />}>
      {proposed && <Notice>{t('outline.proposedNotice')}</Notice>}
      {groups.length === 0 && <EmptyState title={t('outline.empty')} />}
      {groups.map(({ category, rows }) => (
        <Section
          key={category}
          title={t(`category.${category}`)}
          actions={
            mayEdit &&
            rows[0] && (
              <LinkButton to={paths.newOutline({ from: rows[0].id })} emphasis="second" small>
                {t('outline.new')}
              </LinkButton>
            )
          }
        >
          <OutlineVersions rows={rows} caption={t(`category.${category}`)} />
        </Section>
      ))}
    </Page>
  );
}
