import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { Section } from './page';
import { useLanguage } from './use-words';

interface DemoAccount {
  userName: string;
  zh: string;
  en: string;
  secondFactor: boolean;
}

interface Demo {
  password: string;
  secondFactorCode: string;
  accounts: readonly DemoAccount[];
}

/** Who can be tried out, and how. */
export const DemoAccounts = ({ demo }: { demo: Demo }) => {
  const { t } = useTranslation('account');
  const language = useLanguage();
  return (
    <Section title={t('demo.title')} intro={t('demo.text', { password: demo.password, code: demo.secondFactorCode })}>
      <DataTable<DemoAccount>
        caption={t('demo.caption')}
        captionHidden
        dense
        rows={demo.accounts}
        rowKey={(row) => row.userName}
        columns={[
          { key: 'name', header: t('field.username'), cell: (row) => row.userName, rowHeader: true },
          { key: 'role', header: t('demo.role'), cell: (row) => (language === 'en' ? row.en : row.zh) },
          { key: 'second', header: t('demo.secondFactor'), cell: (row) => (row.secondFactor ? t('demo.code') : t('demo.none')) },
        ]}
      />
    </Section>
  );
};
