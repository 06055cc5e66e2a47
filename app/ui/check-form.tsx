import { useTranslation } from 'react-i18next';
import {
  type CertificateStatus,
  CHECK_DECISIONS,
  CHECK_RESULTS,
  VERIFY_CHANNELS,
  type VerifyChannel,
} from '~/domain/certificate/certificate';
import { COPY_ACCEPT, MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { DateField, SelectField, TextArea } from './fields';
import { FileField } from './file-field';
import { Form, FormActions } from './form';

interface CheckFormProps {
  checkId: string;
  status: CertificateStatus;
  channel: VerifyChannel | null;
  today: string;
  hasNext: boolean;
}

/** Where the officer looked, when, what she found, and what follows. */
export const CheckForm = ({ checkId, status, channel, today, hasNext }: CheckFormProps) => {
  const { t } = useTranslation('certificate');
  const waiting = status === 'submitted';
  return (
    <Form name="check" multipart>
      <input type="hidden" name="checkId" value={checkId} />
      <input type="hidden" name="seenStatus" value={status} />
      <SelectField
        name="channel"
        label={t('review.channel')}
        defaultValue={channel ?? 'manual'}
        options={VERIFY_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <DateField name="checkedOn" label={t('review.checkedOn')} defaultValue={today} max={today} />
      <RadioGroup
        name="result"
        label={t('review.result')}
        stacked
        options={CHECK_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
      />
      <TextArea name="note" label={t('review.note')} hint={t('review.noteHint')} rows={2} maxLength={500} optional />
      {waiting && (
        <RadioGroup
          name="decision"
          label={t('review.decision')}
          stacked
          defaultValue="decide"
          options={CHECK_DECISIONS.map((value) => ({ value, label: t(`review.decisions.${value}`) }))}
        />
      )}
      <FileField name="file" label={t('review.receipt')} accept={COPY_ACCEPT} maxBytes={MAX_COPY_BYTES} />
      <FormActions>
        <SubmitButton intent={hasNext ? 'checkNext' : 'check'}>{t(hasNext ? 'review.recordNext' : 'review.record')}</SubmitButton>
        {hasNext && (
          <SubmitButton intent="check" emphasis="second">
            {t('review.record')}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
};
