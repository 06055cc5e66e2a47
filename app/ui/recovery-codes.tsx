import { useTranslation } from 'react-i18next';
import { Row, Section } from './page';
import { CopyButton, PrintButton } from './page-tools';

/** Shown once: to be written down, copied or printed. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const { t } = useTranslation('account');
  return (
    <Section title={t('setup.codesTitle')}>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code className="numeric">{code}</code>
          </li>
        ))}
      </ol>
      <Row>
        <CopyButton text={codes.join('\n')} />
        <PrintButton />
      </Row>
    </Section>
  );
};
