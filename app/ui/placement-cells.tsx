import { useField } from './form-state';
import classes from './placement.module.css';

/** A box in a table, named for those who do not see the table. */
export const Tick = ({ name, value, label, preset }: { name: string; value: string; label: string; preset?: boolean }) => {
  const { typed } = useField(name);
  return (
    <span className={classes.tick}>
      <input type="checkbox" name={name} value={value} aria-label={label} defaultChecked={typed ? typed.includes(value) : preset} />
    </span>
  );
};

export const Cell = ({ name, label, preset = '' }: { name: string; label: string; preset?: string }) => {
  const { typed } = useField(name);
  return (
    <input className={classes.cell} name={name} aria-label={label} defaultValue={typed?.[0] ?? preset} autoComplete="off" maxLength={60} />
  );
};
