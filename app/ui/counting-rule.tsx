import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import classes from './home.module.css';
import { Section } from './page';

const CONDITIONS = ['closed', 'passed', 'flagged', 'category', 'period', 'once'] as const;
const PARTS = [
  ['datesTitle', 'dates'],
  ['placeTitle', 'place'],
  ['personsTitle', 'persons'],
  ['protectTitle', 'protect'],
  ['checkTitle', 'check'],
  ['timeTitle', 'time'],
] as const;

/** The rule in sentences, as the program applies it. */
export const CountingRule = () => {
  const { t } = useTranslation('goal');
  return (
    <>
      <Section title={t('counting.whatTitle')} intro={t('counting.version', { rule: t('rule.person_times_2023') })}>
        <p>{t('counting.what')}</p>
        <ol className={classes.rules}>
          {CONDITIONS.map((name) => (
            <li key={name}>{t(`counting.conditions.${name}`)}</li>
          ))}
        </ol>
      </Section>
      {PARTS.map(([title, text]) => (
        <Section key={title} title={t(`counting.${title}`)}>
          <p>{t(`counting.${text}`)}</p>
        </Section>
      ))}
    </>
  );
};

const CASES = [
  ['absent', 'none'],
  ['retest', 'one'],
  ['twice', 'two'],
  ['mixed', 'mixed'],
  ['health', 'health'],
  ['student', 'student'],
  ['kindergarten', 'kindergarten'],
  ['online', 'none'],
  ['before', 'none'],
  ['revoked', 'revoked'],
] as const;

export const CountingCases = () => {
  const { t } = useTranslation('goal');
  return (
    <Section title={t('counting.casesTitle')}>
      <DataTable
        caption={t('counting.casesCaption')}
        captionHidden
        rows={CASES}
        rowKey={([name]) => name}
        columns={[
          { key: 'case', header: t('counting.caseColumn'), rowHeader: true, cell: ([name]) => t(`counting.cases.${name}`) },
          { key: 'result', header: t('personTimes'), cell: ([, result]) => t(`counting.results.${result}`) },
        ]}
      />
    </Section>
  );
};

export const OpenData = () => {
  const { t } = useTranslation(['goal', 'common']);
  return (
    <Section title={t('goal:counting.dataTitle')}>
      <p>{t('goal:counting.data')}</p>
      <ul className={classes.rules}>
        <li>
          <a href={paths.apiTargets()}>{t('common:siteMap.targetsApi')}</a>
        </li>
        <li>
          <a href={paths.apiDescription()}>{t('common:siteMap.openApi')}</a>
        </li>
      </ul>
    </Section>
  );
};
