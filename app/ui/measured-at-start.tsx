import { useTranslation } from 'react-i18next';
import { formatPercent } from '~/i18n/format';
import { Figure } from './figure';
import classes from './home.module.css';
import { Section } from './page';

interface MeasuredAtStartProps {
  coverage: { covered: number; institutions: number; asOf: string; underCheck: boolean; to: string };
  /** For the city, which alone counts them. */
  points: { points: number; asOf: string; to: string } | null;
}

/** Items 15 and 13 of the plan on an officer's start page. */
export const MeasuredAtStart = ({ coverage: { covered, institutions, ...coverage }, points }: MeasuredAtStartProps) => {
  const { t } = useTranslation('goal');
  return (
    <Section title={t('measured.atStart')}>
      <div className={classes.figures}>
        <Figure
          {...coverage}
          label={t('metric.health_care_coverage')}
          value={covered}
          unit={t('measured.ofInstitutions', { count: institutions })}
          beside={
            <>
              {institutions > 0 && <strong>{formatPercent(covered, institutions)} </strong>}
              {t('measured.coverageRule')}
            </>
          }
        />
        {points && (
          <Figure
            label={t('metric.programme_points')}
            value={points.points}
            unit={t('measured.pointsUnit')}
            asOf={points.asOf}
            to={points.to}
            beside={t('measured.pointsRule')}
          />
        )}
      </div>
    </Section>
  );
};
