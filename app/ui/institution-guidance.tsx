import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { VisitHistory, type VisitOfInstitution } from './institution-visits';
import { Row, Section } from './page';

/** On an institution's file: who visited it when, and one step to the next visit. */
export const InstitutionGuidance = ({
  institutionId,
  visits,
  mayPlan,
}: {
  institutionId: string;
  visits: readonly VisitOfInstitution[];
  mayPlan: boolean;
}) => {
  const { t } = useTranslation('visit');
  return (
    <Section
      title={t('institution.history')}
      intro={t('institution.historyIntro')}
      id="visits"
      actions={
        <Row>
          {mayPlan && (
            <LinkButton to={paths.newVisit({ institution: institutionId })} emphasis="second" small>
              {t('institution.plan')}
            </LinkButton>
          )}
          <LinkButton to={paths.findings({ institution: institutionId, state: 'all' })} emphasis="quiet" small>
            {t('institution.allFindings')}
          </LinkButton>
        </Row>
      }
    >
      <VisitHistory visits={visits} empty={{ title: t('institution.noHistory'), text: t('institution.noVisitsText') }} />
    </Section>
  );
};
