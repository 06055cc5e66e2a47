import { type ReactNode, useState } from 'react';
import { parseHours } from '~/domain/course/class-hours';
import { formatHoursShort, formatNumber } from '~/i18n/format';
import { useField } from './form-state';
import classes from './module-editor.module.css';
import { useLanguage } from './use-words';

export interface OutlineModuleChoice {
  code: string;
  label: string;
  /** The outline that it belongs to, where a course has several. */
  group: string;
}

interface CellProps {
  name: string;
  label: string;
  value?: string;
}

/** One labelled cell with its error under it. */
const Labelled = ({
  name,
  label,
  wide,
  below,
  children,
}: {
  name: string;
  label: string;
  wide?: boolean;
  below?: string;
  children: ReactNode;
}) => {
  const { id, error } = useField(name);
  return (
    <div className={wide ? `${classes.cell} ${classes.wide}` : classes.cell}>
      <label htmlFor={id}>{label}</label>
      {children}
      {below !== undefined && <span className={classes.other}>{below}</span>}
      {error && (
        <span className={classes.error} id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
};

const useProps = (name: string) => {
  const { id, error } = useField(name);
  return { id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': error ? `${id}-error` : undefined } as const;
};

interface TextCellProps extends CellProps {
  maxLength: number;
  lang?: string;
  /** A line of its own on a phone. */
  wide?: boolean;
  /** Marks the inputs that are summed. */
  part?: string;
  below?: string;
  onType?: (typed: string) => void;
}

export const Cell = ({ name, label, value = '', maxLength, lang, wide, part, below, onType }: TextCellProps) => (
  <Labelled name={name} label={label} wide={wide} below={below}>
    <input
      {...useProps(name)}
      defaultValue={value}
      maxLength={maxLength}
      lang={lang}
      data-part={part}
      autoComplete="off"
      onInput={onType && ((event) => onType(event.currentTarget.value))}
    />
  </Labelled>
);

/** Hours as typed, and under them the other unit: minutes for class hours, class hours for minutes. */
export const HoursCell = ({
  name,
  label,
  value = '',
  part,
}: {
  name: string;
  label: string;
  value?: string;
  part: 'theory' | 'practice';
}) => {
  const language = useLanguage();
  const [typed, setTyped] = useState(value);
  const read = parseHours(typed);
  const minutes = language === 'en' ? 'min' : '分钟';
  const other =
    !read.ok || typed === ''
      ? ''
      : /[分m]/i.test(typed)
        ? formatHoursShort(read.minutes, language)
        : `${formatNumber(read.minutes, language)} ${minutes}`;
  return <Cell name={name} label={label} value={value} maxLength={20} part={part} onType={setTyped} below={other} />;
};

export const TopicsCell = ({ name, label, value = '' }: CellProps) => (
  <Labelled name={name} label={label} wide>
    <textarea {...useProps(name)} defaultValue={value} rows={2} maxLength={2000} />
  </Labelled>
);

interface SelectCellProps extends CellProps {
  empty: string;
  choices: readonly OutlineModuleChoice[];
}

export const SelectCell = ({ name, label, value = '', empty, choices }: SelectCellProps) => {
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return (
    <Labelled name={name} label={label}>
      <select {...useProps(name)} defaultValue={value}>
        <option value="">{empty}</option>
        {value !== '' && !choices.some((choice) => choice.code === value) && <option value={value}>{value}</option>}
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {choices
              .filter((choice) => choice.group === group)
              .map((choice) => (
                <option key={choice.code} value={choice.code}>
                  {choice.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
};
