import { useTranslation } from 'react-i18next';
import type { FindingStatus } from '~/domain/health-care/visit';
import { ConfirmForm } from './confirm-form';
import { DateField, TextArea } from './fields';
import { Stack } from './page';

/** What whoever visited can do: confirm, ask again, give more time, or take it back. */
export const FindingDecision = ({ status, mendByOn }: { status: FindingStatus; mendByOn: string }) => {
  const { t } = useTranslation('visit');
  return (
    <Stack>
      <ConfirmForm label={t('finding.accept')} explanation={t('finding.acceptText')} intent="accept" reason={false}>
        <TextArea
          name="note"
          label={t('finding.note')}
          hint={t('finding.noteHint')}
          optional={status === 'answered'}
          rows={2}
          maxLength={500}
        />
      </ConfirmForm>
      {status === 'answered' && (
        <ConfirmForm label={t('finding.return')} explanation={t('finding.returnText')} intent="return">
          <DateField name="mendByOn" label={t('finding.newDay')} hint={t('finding.newDayHint')} min={mendByOn} optional />
        </ConfirmForm>
      )}
      <ConfirmForm label={t('finding.extend')} explanation={t('finding.extendText')} intent="extend">
        <DateField name="mendByOn" label={t('finding.newDay')} min={mendByOn} />
      </ConfirmForm>
      <ConfirmForm label={t('finding.withdraw')} explanation={t('finding.withdrawText')} intent="withdraw" danger />
    </Stack>
  );
};
