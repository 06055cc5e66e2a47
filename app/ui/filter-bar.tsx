import { Form, useLocation } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, SubmitButton } from './button';
import classes from './form.module.css';
import { FormContext } from './form-state';

/** Conditions of a list as a GET form: its fields show what the address says, and a new search starts at page 1. */
export const FilterBar = ({ children, keep = {} }: { children: ReactNode; keep?: Readonly<Record<string, string>> }) => {
  const { t } = useTranslation();
  const id = useId().replaceAll(':', '');
  const { pathname, search } = useLocation();
  return (
    <Form key={search} method="get" action={pathname} className={classes.filter} role="search" aria-label={t('action.filter')}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext.Provider value={{ id, problem: undefined, search: new URLSearchParams(search) }}>{children}</FormContext.Provider>
      <div className={classes.actions}>
        <SubmitButton>{t('action.search')}</SubmitButton>
        {search && (
          <LinkButton to={pathname} emphasis="quiet">
            {t('action.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  );
};
