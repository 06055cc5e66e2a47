import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './field.module.css';

/** Something that cannot be undone asks once more, in its place. */
export const AskTwice = ({ label, onYes }: { label: string; onYes: () => void }) => {
  const { t } = useTranslation('fieldwork');
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button variant="subtle" color="#b3261e" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <fieldset className={classes.ask} aria-label={label}>
      <p>{t('queue.removeAsk')}</p>
      <Button color="#b3261e" onClick={onYes}>
        {t('queue.removeYes')}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('queue.keep')}
      </Button>
    </fieldset>
  );
};
