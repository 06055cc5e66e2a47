import { useTranslation } from 'react-i18next';
import type { FactPeriod } from '~/domain/organisation/institution-period';
import { paths } from '~/web/paths';
import { InstitutionTimeline } from './institution-timeline';
import { useDistrictName } from './organisation-fields';
import { Page, Section } from './page';

/** What is left for the district that it moved away from. */
export const MovedAwayPage = (moved: { name: string; movedOn: string; districtCode: string | null; periods: readonly FactPeriod[] }) => {
  const { t } = useTranslation('institution');
  const district = useDistrictName()(moved.districtCode);
  return (
    <Page
      title={moved.name}
      lead={t('moved.lead', { date: moved.movedOn, district })}
      breadcrumbs={[{ label: t('list.title'), to: paths.commissionInstitutions() }, { label: moved.name }]}
    >
      <Section title={t('moved.timeline')}>
        <InstitutionTimeline label={t('moved.timeline')} periods={moved.periods} mayCorrect={false} licensing={false} />
      </Section>
    </Page>
  );
};
