import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import classes from './shell.module.css';
import { useLanguage } from './use-words';

/** Language and type size: plain forms, because the whole document changes with them. */
export const DisplaySwitches = ({ largeType, className = classes.wide }: { largeType: boolean; className?: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const location = useLocation();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const back = <input type="hidden" name="back" value={location.pathname + location.search} />;
  return (
    <>
      <form method="post" action={paths.preferences()} className={className}>
        {back}
        <button className={classes.tool} type="submit" name="type" value={largeType ? 'normal' : 'large'} title={t('largeType.hint')}>
          {largeType ? t('largeType.off') : t('largeType.on')}
        </button>
      </form>
      <form method="post" action={paths.preferences()} className={className}>
        {back}
        <button className={classes.tool} type="submit" name="language" value={other} lang={other}>
          {t(`language.${other}`)}
        </button>
      </form>
    </>
  );
};
