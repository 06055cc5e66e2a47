import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparable } from '~/domain/shared/text';
import { Section } from '../page';
import { useDistrictName } from '../use-district-name';
import classes from './field.module.css';
import type { FieldPageData } from './field-page';

const SHOWN = 8;
type Institution = FieldPageData['institutions'][number];

/** The institutions of the area, found without a network. */
export const FieldUnplanned = ({
  institutions,
  onStart,
}: {
  institutions: readonly Institution[];
  onStart: (one: Institution) => void;
}) => {
  const { t } = useTranslation('fieldwork');
  const districtName = useDistrictName();
  const [typed, setTyped] = useState('');
  const wanted = comparable(typed);
  const found = wanted === '' ? [] : institutions.filter(({ name }) => comparable(name).includes(wanted));
  return (
    <Section title={t('unplanned.title')} intro={t('unplanned.intro')}>
      <TextInput
        type="search"
        size="md"
        label={t('unplanned.search')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.found} aria-live="polite">
        {found.slice(0, SHOWN).map((institution) => (
          <li key={institution.id}>
            <span>
              {institution.name}
              {institution.districtCode && <small>{districtName(institution.districtCode)}</small>}
            </span>
            <Button variant="default" onClick={() => onStart(institution)} aria-label={`${t('unplanned.start')} ${institution.name}`}>
              {t('unplanned.start')}
            </Button>
          </li>
        ))}
        {found.length > SHOWN && <li>{t('unplanned.more', { count: found.length - SHOWN })}</li>}
        {wanted !== '' && found.length === 0 && <li>{t('unplanned.none')}</li>}
      </ul>
    </Section>
  );
};
