import { useTranslation } from 'react-i18next';
import { HEALTH_CARE_METRIC, POINTS_METRIC } from '~/domain/goal/goal';
import { DefinitionList } from './definition-list';
import { Section } from './page';

/** How items 13 and 15 of the plan are counted. */
export const CountingMeasures = () => {
  const { t } = useTranslation('goal');
  return (
    <Section id="measures" title={t('measured.title')} intro={t('measured.proposed')}>
      <DefinitionList
        items={[
          [t(`metric.${POINTS_METRIC}`), t('measured.pointsRule')],
          [t(`metric.${HEALTH_CARE_METRIC}`), t('measured.coverageRule')],
        ]}
      />
    </Section>
  );
};
