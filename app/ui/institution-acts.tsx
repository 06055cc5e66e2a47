import { useTranslation } from 'react-i18next';
import { filingMoves } from '~/domain/organisation/institution';
import { type FilingStatus, OPERATOR_TYPES, type OperatorType } from '~/domain/organisation/organisation';
import { ConfirmForm } from './confirm-form';
import { DateField, SelectField, TextField } from './fields';
import { useAreas } from './organisation-fields';
import { Row } from './page';

interface Props {
  filingStatus: FilingStatus;
  operatorType: OperatorType | null;
  districtCode: string | null;
  address: string | null;
  subdistrict: string | null;
  isClosed: boolean;
  today: string;
  licensing: boolean;
  targets: readonly { id: string; name: string }[];
}

/** What a district decides about an institution, each from a day on. */
export const InstitutionActs = (props: Props) => (
  <Row>
    {filingMoves(props.filingStatus, props.licensing).map((to) => (
      <Filing key={to} to={to} {...props} />
    ))}
    {!props.isClosed && (
      <>
        <Operator {...props} />
        <Move {...props} />
        <Close {...props} />
        <Merge {...props} />
      </>
    )}
  </Row>
);

const FromOn = ({ today }: { today: string }) => {
  const { t } = useTranslation('institution');
  return <DateField name="fromOn" label={t('act.fromOn')} defaultValue={today} max={today} />;
};

const Filing = ({ to, filingStatus, today }: Props & { to: FilingStatus }) => {
  const { t } = useTranslation('institution');
  const label =
    to === 'filed' && filingStatus === 'changed_pending'
      ? t('act.confirmChange')
      : to === 'filed' && filingStatus === 'cancelled'
        ? t('act.refile')
        : t(`act.to.${to}`);
  const asksNumber = to === 'filed' && filingStatus !== 'changed_pending';
  return (
    <ConfirmForm
      name={`filing-${to}`}
      intent="filing"
      label={label}
      explanation={t(`act.filingText.${to}`)}
      values={{ to }}
      danger={to === 'cancelled'}
    >
      <FromOn today={today} />
      {asksNumber && <TextField name="filingNo" label={t('fact.filingNo')} maxLength={40} />}
    </ConfirmForm>
  );
};

const Operator = ({ operatorType, today }: Props) => {
  const { t } = useTranslation(['institution', 'organisation']);
  return (
    <ConfirmForm intent="operator" label={t('act.operator')}>
      <SelectField
        name="operatorType"
        label={t('fact.operatorType')}
        defaultValue={operatorType}
        options={OPERATOR_TYPES.map((value) => ({ value, label: t(`organisation:operatorType.${value}`) }))}
      />
      <FromOn today={today} />
    </ConfirmForm>
  );
};

const Move = ({ districtCode, address, subdistrict, today }: Props) => {
  const { t } = useTranslation('institution');
  return (
    <ConfirmForm intent="move" label={t('act.move')} explanation={t('act.moveText')}>
      <SelectField name="districtCode" label={t('fact.districtCode')} defaultValue={districtCode} options={useAreas(false)} />
      <TextField name="subdistrict" label={t('fact.subdistrict')} defaultValue={subdistrict} maxLength={50} />
      <TextField name="address" label={t('fact.address')} defaultValue={address} maxLength={200} />
      <FromOn today={today} />
    </ConfirmForm>
  );
};

const Close = ({ today }: Props) => {
  const { t } = useTranslation('institution');
  return (
    <ConfirmForm intent="close" label={t('act.close')} explanation={t('act.closeText')} danger>
      <FromOn today={today} />
    </ConfirmForm>
  );
};

const Merge = ({ targets, today }: Props) => {
  const { t } = useTranslation('institution');
  if (targets.length === 0) return null;
  return (
    <ConfirmForm intent="merge" label={t('act.merge')} explanation={t('act.mergeText')} danger>
      <SelectField name="intoId" label={t('act.mergeInto')} options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
      <FromOn today={today} />
    </ConfirmForm>
  );
};
