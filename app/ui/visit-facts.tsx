import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { VisitKind, VisitStatus } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { DefinitionList } from './definition-list';

interface VisitFactsProps {
  visit: {
    institutionId: string;
    institution: string;
    address: string | null;
    organisation: string;
    visitor: string;
    kind: VisitKind;
    status: VisitStatus;
    plannedOn: string;
    visitedOn: string | null;
    purpose: string;
    isAnnounced: boolean;
    followsId: string | null;
    followsOn: string | null;
    metWith: string;
    reason: string | null;
  };
  /** Officers open the institution's file. */
  opensFile: boolean;
  /** Those who visit see whether the institution has been told. */
  forVisitors: boolean;
}

/** Who visits or visited whom, when and why. */
export const VisitFacts = ({ visit, opensFile, forVisitors }: VisitFactsProps) => {
  const { t } = useTranslation('visit');
  const isPlan = visit.visitedOn === null;
  return (
    <DefinitionList
      items={[
        [
          t('page.institution'),
          opensFile ? (
            <Link key="institution" to={paths.commissionInstitution(visit.institutionId)}>
              {visit.institution}
            </Link>
          ) : (
            visit.institution
          ),
        ],
        [t('page.address'), visit.address],
        [t('page.organisation'), visit.organisation],
        [t('page.visitor'), visit.visitor || t('list.anybody')],
        [t('page.kind'), t(`kind.${visit.kind}`)],
        [t('page.plannedOn'), visit.plannedOn],
        isPlan ? null : [t('page.visitedOn'), visit.visitedOn],
        visit.followsId && visit.followsOn
          ? [
              t('page.follows'),
              <Link key="follows" to={paths.visit(visit.followsId)}>
                {t('page.followsLink', { day: visit.followsOn })}
              </Link>,
            ]
          : null,
        visit.purpose ? [t('page.purpose'), visit.purpose] : null,
        isPlan ? null : [t('page.metWith'), visit.metWith],
        isPlan && forVisitors ? [t('page.announced'), t(visit.isAnnounced ? 'page.yes' : 'page.no')] : null,
        visit.reason ? [t('page.reason'), visit.reason] : null,
      ]}
    />
  );
};
