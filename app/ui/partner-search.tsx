import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { Form, FormActions } from './form';
import { Section, Stack } from './page';
import { useDistrictName } from './use-district-name';

interface Found {
  id: string;
  name: string;
  address: string | null;
  districtCode: string | null;
}

const MOST = 20;

/** First the institution: by district and name, then one of those found; the page comes back with it in its address. */
export const PartnerSearch = ({
  search,
  found,
  action,
}: {
  search: { district: string; q: string };
  found: readonly Found[];
  action: string;
}) => {
  const { t } = useTranslation('programme');
  const districtName = useDistrictName();
  const asked = search.district !== '' || search.q !== '';
  return (
    <Section title={t('agreement.partner')} intro={t('agreement.partnerText')}>
      <Stack>
        <FilterBar>
          <SelectField
            name="district"
            label={t('points.district')}
            optional
            defaultValue={search.district}
            options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
          />
          <TextField name="q" label={t('agreement.partnerName')} type="search" optional defaultValue={search.q} maxLength={60} />
        </FilterBar>
        {!asked && <p>{t('agreement.findFirst')}</p>}
        {asked && found.length === 0 && <p>{t('agreement.none')}</p>}
        {found.length > 0 && (
          <Form method="get" action={action}>
            <RadioGroup
              name="institution"
              label={t('agreement.found')}
              hint={found.length === MOST ? t('agreement.tooMany') : undefined}
              stacked
              defaultValue={found.length === 1 ? found[0]?.id : undefined}
              options={found.map(({ id, name, address, districtCode }) => ({
                value: id,
                label: name,
                description: [districtCode && districtName(districtCode), address].filter(Boolean).join(' · '),
              }))}
            />
            <FormActions>
              <SubmitButton>{t('agreement.choose')}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Stack>
    </Section>
  );
};
