import { useTranslation } from 'react-i18next';
import type { MentorSide, PlacementPhase } from '~/domain/talent/placement';
import { CheckboxField } from './choice-fields';
import { ConfirmForm } from './confirm-form';
import { DateField, TextField } from './fields';
import { Row } from './page';
import { TermFields, type TermValues } from './placement-term-fields';

interface Acted extends TermValues {
  phase: PlacementPhase;
  agreementNo: string;
  insuranceNo: string;
  guardianConsent: boolean;
  endedOn: string | null;
  convertedEngagementId: string | null;
  today: string;
}

/** What may be done now with a placement, by the side that looks at it. */
export const PlacementActs = ({ placement, side }: { placement: Acted; side: MentorSide }) => {
  const { phase } = placement;
  const isAccepted = phase === 'coming' || phase === 'running' || phase === 'over';
  return (
    <Row>
      {side === 'college' && phase === 'proposed' && <Change placement={placement} />}
      {side === 'college' && phase === 'proposed' && <TakeBack fromOn={placement.fromOn} />}
      {side === 'institution' && phase === 'proposed' && <Answer />}
      {side === 'college' && isAccepted && placement.endedOn === null && <Extend placement={placement} />}
      {side === 'institution' && (isAccepted || phase === 'finished') && placement.convertedEngagementId === null && <TakeOn />}
      {isAccepted && <BreakOff today={placement.today} />}
    </Row>
  );
};

const Change = ({ placement }: { placement: Acted }) => {
  const { t } = useTranslation('placement');
  return (
    <ConfirmForm intent="change" label={t('page.change')} reason={false}>
      <TermFields term={placement} />
      <TextField name="agreementNo" label={t('field.agreementNo')} defaultValue={placement.agreementNo} maxLength={60} />
      <TextField name="insuranceNo" label={t('field.insuranceNo')} optional defaultValue={placement.insuranceNo} maxLength={60} />
      <CheckboxField name="guardianConsent" label={t('field.guardianConsent')} defaultChecked={placement.guardianConsent} />
    </ConfirmForm>
  );
};

const TakeBack = ({ fromOn }: { fromOn: string }) => {
  const { t } = useTranslation('placement');
  return (
    <ConfirmForm
      name="take-back"
      intent="break-off"
      label={t('page.takeBack')}
      explanation={t('page.takeBackText')}
      values={{ endedOn: fromOn }}
      danger
    />
  );
};

const Answer = () => {
  const { t } = useTranslation('placement');
  return (
    <>
      <ConfirmForm intent="accept" label={t('page.accept')} explanation={t('page.acceptText')} reason={false}>
        <TextField name="institutionMentor" label={t('field.institutionMentor')} maxLength={100} />
      </ConfirmForm>
      <ConfirmForm intent="decline" label={t('page.decline')} danger />
    </>
  );
};

const Extend = ({ placement }: { placement: Acted }) => {
  const { t } = useTranslation('placement');
  return (
    <ConfirmForm intent="extend" label={t('page.extend')} reason={false}>
      <DateField name="untilOn" label={t('field.untilOn')} defaultValue={placement.untilOn} />
      <DateField name="insuredUntilOn" label={t('field.insuredUntilOn')} optional defaultValue={placement.insuredUntilOn} />
    </ConfirmForm>
  );
};

const BreakOff = ({ today }: { today: string }) => {
  const { t } = useTranslation('placement');
  return (
    <ConfirmForm intent="break-off" label={t('page.breakOff')} explanation={t('page.breakOffText')} danger>
      <DateField name="endedOn" label={t('field.endedOn')} defaultValue={today} />
    </ConfirmForm>
  );
};

const TakeOn = () => {
  const { t } = useTranslation('placement');
  return (
    <ConfirmForm intent="take-on" label={t('page.takeOn')} explanation={t('page.takeOnText')} reason={false}>
      <DateField name="startOn" label={t('page.takeOnStart')} />
      <CheckboxField name="isFullTime" label={t('page.fullTime')} defaultChecked />
      <DateField name="contractUntilOn" label={t('page.takeOnContract')} optional />
    </ConfirmForm>
  );
};
