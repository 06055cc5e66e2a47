import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Choice } from './fields';
import classes from './form.module.css';
import { useField } from './form-state';

interface GroupProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly (Choice & { description?: string })[];
  /** One under the other, for long labels. */
  stacked?: boolean;
}

const Group = ({ name, label, hint, stacked, children }: Omit<GroupProps, 'options'> & { children: ReactNode }) => {
  const { id, error } = useField(name);
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={classes.group} id={id} tabIndex={-1} aria-describedby={about}>
      <legend>{label}</legend>
      {hint && (
        <p className={classes.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={classes.choices} data-stacked={stacked || undefined}>
        {children}
      </div>
      {error && (
        <p className={classes.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};

/** Any number of choices. Give the name with `[]` so that one choice arrives as a list, too. */
export const CheckboxGroup = ({ options, defaultValue = [], ...group }: GroupProps & { defaultValue?: readonly string[] }) => {
  const { typed } = useField(group.name);
  return (
    <Group {...group}>
      {options.map(({ value, label, description, disabled }) => (
        <Checkbox
          key={value}
          name={group.name}
          {...{ value, label, description, disabled }}
          size="md"
          defaultChecked={(typed ?? defaultValue).includes(value)}
        />
      ))}
    </Group>
  );
};

/** Exactly one of a few choices, all visible. */
export const RadioGroup = ({ options, defaultValue, ...group }: GroupProps & { defaultValue?: string | null }) => {
  const { typed } = useField(group.name);
  return (
    <Group {...group}>
      {options.map(({ value, label, description, disabled }) => (
        <Radio
          key={value}
          name={group.name}
          {...{ value, label, description, disabled }}
          size="md"
          defaultChecked={(typed ? typed[0] : defaultValue) === value}
        />
      ))}
    </Group>
  );
};

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
}

/** Yes or nothing: arrives as `value` ('on') or not at all. */
export const CheckboxField = ({ name, label, hint, value = 'on', defaultChecked }: CheckboxFieldProps) => {
  const { id, error, typed } = useField(name);
  const checked = typed ? typed.includes(value) : defaultChecked;
  return <Checkbox {...{ id, name, label, error, value }} size="md" description={hint} defaultChecked={checked} />;
};
