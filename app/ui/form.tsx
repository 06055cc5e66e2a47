import { type FormMethod, Form as RemixForm, useNavigation } from '@remix-run/react';
import { Children, isValidElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { warmWords } from '~/i18n/instance';
import { ErrorSummary } from './error-summary';
import classes from './form.module.css';
import { FormContext, useProblem } from './form-state';

interface FormProps {
  /** Names the form when a page has several; sent as `form`, and problems of another form are not shown here. */
  name?: string;
  method?: Extract<FormMethod, 'get' | 'post'>;
  action?: string;
  /** For file fields. */
  multipart?: boolean;
  /** Leave the page as a document: after it, language or sign-in differ. */
  reloadDocument?: boolean;
  /** Fields beside each other where there is room. */
  columns?: boolean;
  children: ReactNode;
}

/** The labels of the fields written directly into a form, for a summary that needs no JavaScript. */
const labelsIn = (children: ReactNode): Record<string, string> => {
  const labels: Record<string, string> = {};
  Children.forEach(children, (child) => {
    if (!isValidElement<{ name?: unknown; label?: unknown; children?: ReactNode }>(child)) return;
    const { name, label, children: inner } = child.props;
    if (typeof name === 'string' && typeof label === 'string') labels[name] = label;
    else if (inner) Object.assign(labels, labelsIn(inner));
  });
  return labels;
};

/** A form that works without JavaScript, shows what the server refused and keeps what was typed. */
export const Form = ({ name, method = 'post', action, multipart, reloadDocument, columns, children }: FormProps) => {
  const id = useId().replaceAll(':', '');
  const ref = useRef<HTMLFormElement>(null);
  const problem = useProblem(name);
  const { state, formData } = useNavigation();
  const sending = state !== 'idle' && formData !== undefined && (name === undefined || formData.get('form') === name);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current && !sending && !problem) ref.current?.reset();
    sent.current = sending;
  }, [sending, problem]);
  return (
    <RemixForm
      ref={ref}
      id={id}
      method={method}
      action={action}
      encType={multipart ? 'multipart/form-data' : undefined}
      reloadDocument={reloadDocument}
      noValidate
      onFocusCapture={method === 'post' ? () => warmWords('refusals') : undefined}
      className={columns ? classes.columns : classes.form}
    >
      <FormContext.Provider value={{ id, problem }}>
        {name !== undefined && <input type="hidden" name="form" value={name} />}
        <ErrorSummary labels={labelsIn(children)} />
        {children}
      </FormContext.Provider>
    </RemixForm>
  );
};

/** The buttons at the end of a form. */
export const FormActions = ({ children }: { children: ReactNode }) => <div className={classes.actions}>{children}</div>;
