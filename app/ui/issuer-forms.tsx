import { useTranslation } from 'react-i18next';
import { CERTIFICATE_FAMILIES, type CertificateFamily, VERIFY_CHANNELS, type VerifyChannel } from '~/domain/certificate/certificate';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { SelectField, TextField } from './fields';
import { Form, FormActions } from './form';
import classes from './form.module.css';

export interface IssuerRow {
  id: string;
  family: CertificateFamily;
  name: string;
  queryUrl: string | null;
  source: string;
  isActive: boolean;
}

export interface LookupRow {
  family: CertificateFamily;
  url: string;
  channel: VerifyChannel;
  source: string;
}

export const NewIssuerForm = () => {
  const { t } = useTranslation('certificate');
  return (
    <Form name="add" columns>
      <SelectField
        name="family"
        label={t('issuers.family')}
        options={CERTIFICATE_FAMILIES.filter((family) => family !== 'x_certificate').map((value) => ({
          value,
          label: t(`family.${value}`),
        }))}
      />
      <TextField name="name" label={t('issuers.name')} hint={t('issuers.nameHint')} maxLength={100} />
      <TextField name="queryUrl" label={t('issuers.url')} hint={t('issuers.urlHint')} maxLength={300} optional />
      <TextField name="source" label={t('issuers.source')} hint={t('issuers.sourceHint')} maxLength={200} optional />
      <FormActions>
        <SubmitButton intent="add">{t('issuers.add')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

/** Opens in place; the name stays, it is what certificates were compared with. */
export const ChangeIssuerForm = ({ issuer }: { issuer: IssuerRow }) => {
  const { t } = useTranslation('certificate');
  return (
    <details className={classes.confirm}>
      <summary>{t('issuers.change')}</summary>
      <div className={classes.confirmBody}>
        <Form name={`change-${issuer.id}`}>
          <input type="hidden" name="issuerId" value={issuer.id} />
          <TextField name="queryUrl" label={t('issuers.url')} defaultValue={issuer.queryUrl} maxLength={300} optional />
          <TextField name="source" label={t('issuers.source')} defaultValue={issuer.source} maxLength={200} optional />
          <CheckboxField name="isActive" label={t('issuers.active')} defaultChecked={issuer.isActive} />
          <FormActions>
            <SubmitButton intent="change" small>
              {t('issuers.save')}
            </SubmitButton>
          </FormActions>
        </Form>
      </div>
    </details>
  );
};

export const LookupForm = ({ lookup }: { lookup: LookupRow }) => {
  const { t } = useTranslation('certificate');
  return (
    <details className={classes.confirm}>
      <summary>{t('issuers.change')}</summary>
      <div className={classes.confirmBody}>
        <Form name={`lookup-${lookup.family}`}>
          <input type="hidden" name="family" value={lookup.family} />
          <TextField name="url" label={t('issuers.url')} defaultValue={lookup.url} maxLength={300} />
          <SelectField
            name="channel"
            label={t('issuers.channel')}
            defaultValue={lookup.channel}
            options={VERIFY_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <TextField name="source" label={t('issuers.source')} defaultValue={lookup.source} maxLength={200} optional />
          <FormActions>
            <SubmitButton intent="lookup" small>
              {t('issuers.save')}
            </SubmitButton>
          </FormActions>
        </Form>
      </div>
    </details>
  );
};
