import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import { Notice } from '../notice';
import classes from './field.module.css';
import type { Kept } from './keep-page';
import type { FieldVisits } from './use-field-visits';

interface Props {
  field: FieldVisits;
  kept: Kept | 'working';
  asOf: string;
  /** A link was held back for want of a network. */
  held: boolean;
  /** Over a form: only what stands in the way. */
  quiet?: boolean;
}

/** Whether there is a network, a sign-in, and a page that opens without either. */
export const FieldBanner = ({ field, kept, asOf, held, quiet }: Props) => {
  const { t } = useTranslation('fieldwork');
  const { online, broken, end, elsewhere, sending } = field;
  const signedOut = online && (end === 'signed_out' || kept === 'signed_out');
  return (
    <div className={classes.banner} aria-live="polite">
      {broken && <Notice tone="bad">{t('broken')}</Notice>}
      {!online && <Notice tone="warn">{t('offline')}</Notice>}
      {held && <Notice tone="warn">{t('noNetwork')}</Notice>}
      {signedOut && (
        <Notice tone="warn">
          <p>{t('signedOut')}</p>
          <Button component="a" href={paths.signIn(paths.visitField())} variant="default">
            {t('signIn')}
          </Button>
        </Notice>
      )}
      {online && !sending && end === 'busy' && <Notice tone="warn">{t('busy')}</Notice>}
      {!quiet && elsewhere > 0 && <Notice>{t('elsewhere', { count: elsewhere })}</Notice>}
      {!quiet && !signedOut && (
        <p className={classes.kept} data-kept={kept}>
          {t(`kept.${kept}`, { at: formatDateTime(asOf) })}
        </p>
      )}
    </div>
  );
};
