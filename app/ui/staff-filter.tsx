import { useTranslation } from 'react-i18next';
import { ENGAGEMENT_ROLES, type EngagementRole } from '~/domain/person/person';
import { ALERT_FILTERS, PRESENCES, STAFF_STATES } from '~/domain/person/roster';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';

interface Filter {
  q: string;
  role?: EngagementRole;
  state: string;
  presence?: string;
  alert?: string;
}

export const StaffFilter = ({ filter }: { filter: Filter }) => {
  const { t } = useTranslation(['person', 'roster']);
  return (
    <FilterBar>
      <TextField name="q" label={t('staff.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
      <SelectField
        name="role"
        label={t('field.role')}
        optional
        placeholder={t('staff.allRoles')}
        defaultValue={filter.role}
        options={ENGAGEMENT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <SelectField
        name="presence"
        label={t('roster:field.presence')}
        optional
        defaultValue={filter.presence}
        options={PRESENCES.map((value) => ({ value, label: t(`roster:presence.${value}`) }))}
      />
      <SelectField
        name="alert"
        label={t('roster:field.alert')}
        optional
        defaultValue={filter.alert}
        options={ALERT_FILTERS.map((value) => ({ value, label: t(`roster:alertFilter.${value}`) }))}
      />
      <SelectField
        name="state"
        label={t('staff.state')}
        defaultValue={filter.state}
        options={STAFF_STATES.map((value) => ({ value, label: t(`staff.states.${value}`) }))}
      />
    </FilterBar>
  );
};
