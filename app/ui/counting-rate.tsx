import { useTranslation } from 'react-i18next';
import home from './home.module.css';
import { Section } from './page';
import { RuleVersion } from './rule-version';

const PARTS = [
  ['dTitle', ['dPost', 'dNot', 'dTwice', 'dFiled']],
  ['nTitle', ['nHeld', 'nPending', 'nNot']],
] as const;
const MORE = [
  ['momentTitle', 'momentText'],
  ['targetTitle', 'targetText'],
  ['rangeTitle', 'rangeText'],
] as const;

/** The rate in words, for everybody, with the rules in force printed line by line. */
export const CountingRate = ({
  rules,
}: {
  rules: readonly (Parameters<typeof RuleVersion>[0]['rule'] & { id: string; code: 'strict' | 'standard' | 'broad' })[];
}) => {
  const { t } = useTranslation(['rate', 'rule']);
  return (
    <>
      <Section id="rate" title={t('rate:counting.title')}>
        <p>{t('rate:counting.what')}</p>
        {PARTS.map(([title, lines]) => (
          <div key={title}>
            <h3>{t(`rate:counting.${title}`)}</h3>
            <ul className={home.rules}>
              {lines.map((line) => (
                <li key={line}>{t(`rate:counting.${line}`)}</li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section title={t('rate:counting.rulesTitle')} intro={t('rate:counting.rulesText')}>
        {rules.map((rule) => (
          <RuleVersion key={rule.id} rule={rule} name={t(`rule:code.${rule.code}`)} />
        ))}
      </Section>
      {MORE.map(([title, text]) => (
        <Section key={title} title={t(`rate:counting.${title}`)}>
          <p>{t(`rate:counting.${text}`)}</p>
        </Section>
      ))}
    </>
  );
};
