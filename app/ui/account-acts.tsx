import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { Row } from './page';

export interface ActsOn {
  accountId: string;
  name: string;
  secondFactor: boolean;
  /** The role that may be ended here. */
  membershipId: string | null;
}

/** What may be done to somebody's account, each with a reason that the log keeps. */
export const AccountActs = ({ on }: { on: ActsOn }) => {
  const { t } = useTranslation('organisation');
  const values = { accountId: on.accountId };
  const key = on.membershipId ?? on.accountId;
  return (
    <Row>
      <ConfirmForm
        name={`reset-${key}`}
        intent="reset"
        values={values}
        label={t('page.resetPassword')}
        explanation={t('page.actsOn', { name: on.name })}
      />
      {on.secondFactor && (
        <ConfirmForm
          name={`factor-${key}`}
          intent="factor"
          values={values}
          label={t('page.resetSecondFactor')}
          explanation={t('page.actsOn', { name: on.name })}
        />
      )}
      {on.membershipId && (
        <ConfirmForm
          name={`end-${key}`}
          intent="end"
          values={{ membershipId: on.membershipId }}
          label={t('page.end')}
          explanation={t('page.actsOn', { name: on.name })}
          danger
        />
      )}
    </Row>
  );
};
