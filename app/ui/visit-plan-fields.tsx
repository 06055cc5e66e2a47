import { useTranslation } from 'react-i18next';
import { VISIT_KINDS, type VisitKind } from '~/domain/health-care/visit';
import { CheckboxField } from './choice-fields';
import { DateField, SelectField, TextArea } from './fields';

interface PlanFieldsProps {
  visitors: readonly { id: string; name: string }[];
  today: string;
  plan: { kind: VisitKind; plannedOn: string; visitorId: string | null; purpose: string; isAnnounced: boolean };
  /** A follow-up stays one. */
  isFollowUp: boolean;
}

/** What a plan says, whether it is new or changed. */
export const PlanFields = ({ visitors, today, plan, isFollowUp }: PlanFieldsProps) => {
  const { t } = useTranslation('visit');
  return (
    <>
      {isFollowUp ? (
        <input type="hidden" name="kind" value="follow_up" />
      ) : (
        <SelectField
          name="kind"
          label={t('plan.kind')}
          defaultValue={plan.kind}
          options={VISIT_KINDS.filter((kind) => kind !== 'follow_up').map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      )}
      <DateField name="plannedOn" label={t('plan.plannedOn')} defaultValue={plan.plannedOn} min={today} />
      <SelectField
        name="visitorId"
        label={t('plan.visitor')}
        hint={t('plan.visitorHint')}
        defaultValue={plan.visitorId}
        optional
        placeholder={t('plan.anybody')}
        options={visitors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="purpose"
        label={t('plan.purpose')}
        hint={t('plan.purposeHint')}
        defaultValue={plan.purpose}
        optional
        rows={2}
        maxLength={300}
      />
      <CheckboxField name="isAnnounced" label={t('plan.isAnnounced')} hint={t('plan.isAnnouncedHint')} defaultChecked={plan.isAnnounced} />
    </>
  );
};
