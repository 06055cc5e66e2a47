import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { EmptyState } from './empty-state';
import classes from './placement.module.css';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';

interface Choice {
  id: string;
  name: string;
  districtCode: string | null;
  hasCooperation: boolean;
}

/** Institutions to choose one from; those with an agreement stand first. */
export const InstitutionChoices = ({ rows }: { rows: readonly Choice[] }) => {
  const { t } = useTranslation('placement');
  const districtName = useDistrictName();
  if (rows.length === 0) return <EmptyState title={t('new.noInstitution')}>{t('new.noInstitutionText')}</EmptyState>;
  return (
    <ul className={classes.choices}>
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            {row.name}
            <small className={classes.aside}>{districtName(row.districtCode)}</small>
            {row.hasCooperation && <Badge tone="good">{t('new.cooperation')}</Badge>}
          </span>
          <LinkButton to={paths.newPlacement({ institution: row.id })} emphasis="second" small>
            {t('new.choose')}
            <span className="visually-hidden"> {row.name}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  );
};
