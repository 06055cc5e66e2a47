import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './button';
import classes from './notice.module.css';

interface NextStepProps {
  /** One sentence: what this person must do next. */
  children: ReactNode;
  detail?: ReactNode;
  /** Where it is done; leave out when there is nothing to do. */
  to?: string;
  action?: ReactNode;
  /** A form or button instead of a link. */
  control?: ReactNode;
}

export const NextStep = ({ children, detail, to, action, control }: NextStepProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.next} data-tone={to || control ? undefined : 'quiet'} data-print="no">
      <p>
        {children}
        {detail && <small>{detail}</small>}
      </p>
      {control}
      {to && (
        <LinkButton to={to} emphasis="second">
          {action ?? t('action.open')}
        </LinkButton>
      )}
    </div>
  );
};
