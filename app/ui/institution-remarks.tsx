import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FileWarning, GroupClasses } from '~/domain/organisation/institution';
import type { FactField } from '~/domain/organisation/institution-facts';
import { paths } from '~/web/paths';
import { useFieldNames } from './institution-changes';
import { InstitutionClasses } from './institution-file';
import { Notice } from './notice';
import { Section } from './page';

export interface Neighbour {
  id: string;
  name: string;
  siteNo: number;
}

/** What somebody should look at twice. */
export const Remarks = ({ warnings, missing }: { warnings: readonly FileWarning[]; missing: readonly FactField[] }) => {
  const { t } = useTranslation('institution');
  const names = useFieldNames();
  if (warnings.length + missing.length === 0) return null;
  const sentence = (warning: FileWarning) =>
    warning.code === 'group_too_big'
      ? t('warning.group_too_big', { group: t(`group.${warning.careGroup}`), limit: warning.limit, places: warning.places })
      : t(`warning.${warning.code}`);
  return (
    <Notice tone="warn">
      {missing.length > 0 && <p>{t('page.missing', { fields: names(missing) })}</p>}
      {warnings.map((warning) => (
        <p key={`${warning.code} ${'careGroup' in warning ? warning.careGroup : ''}`}>{sentence(warning)}</p>
      ))}
    </Notice>
  );
};

interface ClassesProps {
  groups: readonly GroupClasses[];
  capacity: number;
  caregivers: { onPost: number; advised: number };
  sites?: readonly Neighbour[];
  mergedFrom?: readonly Neighbour[];
}

/** Classes, places and how many caregivers they ask for; and what belongs together. */
export const Classes = ({ groups, capacity, caregivers, ...near }: ClassesProps) => {
  const { t } = useTranslation('institution');
  const links = (rows: readonly Neighbour[]) => (
    <ul>
      {rows.map(({ id, name }) => (
        <li key={id}>
          <Link to={paths.commissionInstitution(id)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
  return (
    <Section title={t('page.classes')} intro={t('page.classesText')}>
      <InstitutionClasses groups={groups} capacity={capacity} />
      <p>{t('page.caregivers', caregivers)}</p>
      {near.sites && near.sites.length > 0 && (
        <>
          <h3>{t('page.sites')}</h3>
          {links(near.sites)}
        </>
      )}
      {near.mergedFrom && near.mergedFrom.length > 0 && (
        <>
          <h3>{t('page.mergedFrom')}</h3>
          {links(near.mergedFrom)}
        </>
      )}
    </Section>
  );
};
