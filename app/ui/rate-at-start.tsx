import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RateFigure } from '~/domain/rate/reading';
import { paths } from '~/web/paths';
import { Section } from './page';
import { type BasisRule, RateBasis, type RateNews, RateWarnings } from './rate-basis';
import { type FigureLinks, RateNumber } from './rate-figure';
import { useScopeName } from './use-scope-name';

interface RateAtStartProps {
  on: string;
  rule: BasisRule | null;
  state: RateNews;
  scope: string;
  figure: RateFigure;
  stale: boolean;
  coverage: { institutions: number; freshInstitutions: number };
  links: FigureLinks;
}

/** The rate of today on an officer's start page. */
export const RateAtStart = ({ on, rule, state, scope, figure, stale, coverage, links }: RateAtStartProps) => {
  const { t } = useTranslation('rate');
  const scopeName = useScopeName();
  return (
    <Section title={t('title')} actions={<Link to={paths.rate()}>{t('targetPage.seeRate')}</Link>}>
      <RateWarnings state={state} />
      <RateNumber label={scopeName(scope)} figure={figure} withPending={false} stale={stale} links={links} />
      <RateBasis rule={rule} on={on} asOf={state.asOf} coverage={coverage} />
    </Section>
  );
};
