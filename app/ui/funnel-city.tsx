import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { NumberField } from './fields';
import { Row } from './page';

/** What the city alone sets and asks for: the days that the last stage forgives, and counting everybody anew. */
export const FunnelCity = ({ gapDays, underCheck }: { gapDays: number; underCheck: boolean }) => {
  const { t } = useTranslation('funnel');
  return (
    <Row>
      <ConfirmForm
        intent="setting"
        label={t('funnel.setting.change')}
        explanation={t('funnel.setting.explain', { days: gapDays })}
        reason={false}
      >
        <NumberField name="value" label={t('funnel.setting.value')} defaultValue={gapDays} maxLength={3} />
      </ConfirmForm>
      {underCheck && <ConfirmForm intent="rebuild" label={t('funnel.rebuild.title')} explanation={t('funnel.rebuild.explain')} />}
    </Row>
  );
};
