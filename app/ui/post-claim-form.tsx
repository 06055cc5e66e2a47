import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { SubmitButton } from './button';
import { CheckboxField, RadioGroup } from './choice-fields';
import { DateField, SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { Form, FormActions } from './form';
import { Stack } from './page';
import { RoleField } from './staff-fields';
import { useDistrictName } from './use-district-name';

interface Institution {
  id: string;
  name: string;
  address: string | null;
  districtCode: string | null;
}

const MOST = 20;

/** First the institution, by district and name; then what she does there. */
export const PostClaimForm = ({
  search,
  institutions,
}: {
  search: { district: string; q: string };
  institutions: readonly Institution[];
}) => {
  const { t } = useTranslation(['roster', 'person']);
  const districtName = useDistrictName();
  const asked = search.district !== '' || search.q !== '';
  return (
    <Stack>
      <FilterBar>
        <SelectField
          name="district"
          label={t('field.district')}
          optional
          defaultValue={search.district}
          options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
        />
        <TextField name="q" label={t('mine.institutionName')} type="search" optional defaultValue={search.q} maxLength={100} />
      </FilterBar>
      {!asked && <p>{t('mine.findFirst')}</p>}
      {asked && institutions.length === 0 && <p>{t('mine.noneFound')}</p>}
      {institutions.length > 0 && (
        <Form name="claim">
          <Stack>
            <RadioGroup
              name="institutionId"
              label={t('mine.found')}
              hint={institutions.length === MOST ? t('mine.tooMany') : undefined}
              stacked
              options={institutions.map(({ id, name, address, districtCode }) => ({
                value: id,
                label: name,
                description: [districtCode && districtName(districtCode), address].filter(Boolean).join(' · '),
              }))}
            />
            <RoleField />
            <DateField name="startOn" label={t('person:field.startOn')} />
            <CheckboxField name="isFullTime" label={t('person:fullTime')} defaultChecked />
          </Stack>
          <FormActions>
            <SubmitButton intent="claim">{t('mine.claim')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Stack>
  );
};
