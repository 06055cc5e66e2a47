import type { ReactNode } from 'react';
import { NOTHING } from '~/i18n/format';
import classes from './page.module.css';

/** The facts of one thing: `[name, value]`; a fact that does not apply is left out as null. */
export const DefinitionList = ({ items }: { items: readonly (readonly [name: string, value: ReactNode] | null)[] }) => (
  <dl className={classes.definitions}>
    {items
      .filter((item) => item !== null)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? NOTHING : value}</dd>
        </div>
      ))}
  </dl>
);
