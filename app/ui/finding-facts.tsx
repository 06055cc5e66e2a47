import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem, FindingWeight } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { DefinitionList } from './definition-list';
import { GuidancePhotos } from './guidance-photos';
import { Stack } from './page';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';
import classes from './visit.module.css';

interface FindingFactsProps {
  finding: {
    visitId: string;
    institution: string;
    organisation: string;
    visitedOn: string;
    item: ChecklistItem | null;
    weight: FindingWeight;
    statement: string;
    mendByOn: string;
    decision: string | null;
  };
  photos: readonly string[];
}

/** What was found, where it stands in the checklist, and until when it is to be mended. */
export const FindingFacts = ({ finding, photos }: FindingFactsProps) => {
  const { t } = useTranslation('visit');
  const { item } = finding;
  const text = useLanguage() === 'en' ? item?.textEn : item?.textZh;
  return (
    <Stack>
      <DefinitionList
        items={[
          [
            t('finding.statement'),
            <span key="statement" className={classes.words}>
              {finding.statement}
            </span>,
          ],
          [
            t('finding.weight'),
            <Badge key="weight" tone={finding.weight === 'serious' ? 'bad' : 'off'}>
              {t(`weight.${finding.weight}`)}
            </Badge>,
          ],
          [t('finding.mendBy'), finding.mendByOn],
          [t('finding.institution'), finding.institution],
          [t('finding.organisation'), finding.organisation],
          [
            t('finding.visit'),
            <Link key="visit" to={paths.visit(finding.visitId)}>
              {t('finding.visitOn', { day: finding.visitedOn })}
            </Link>,
          ],
          item ? [t('finding.line'), `${item.code} ${text ?? ''}`] : null,
          item ? [t('finding.source'), item.source || t('checklist.proposal')] : null,
          finding.decision ? [t('finding.decision'), finding.decision] : null,
        ]}
      />
      <GuidancePhotos ids={photos} alt={(n) => t('finding.foundPhotoAlt', { n })} />
    </Stack>
  );
};
