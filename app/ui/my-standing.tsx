import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { clauseText, type RuleClause, type RuleCode } from '~/domain/certificate/counting-rule';
import type { NotCountingReason, Verdict } from '~/domain/certificate/does-it-count';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { Row, Section, Stack } from './page';
import classes from './rate.module.css';
import { VERDICT_TONES } from './rate-people';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Standing {
  posts: readonly { institutionId: string; institutionName: string; districtCode: string; isFiled: boolean; startOn: string }[];
  rules: readonly {
    code: RuleCode;
    verdict: Verdict;
    reason: NotCountingReason | null;
    clause: RuleClause | null;
    certificate: { name: string; number: string } | null;
  }[];
}

/** What the figures say of the person who reads it: where she is counted, as what, and why. */
export const MyStanding = ({ standing }: { standing: Standing | null }) => {
  const { t } = useTranslation('rate');
  const districtName = useDistrictName();
  const language = useLanguage();
  if (standing === null)
    return (
      <Section title={t('mine.title')} actions={<Link to={paths.myPosts()}>{t('mine.toPosts')}</Link>}>
        <p>{t('mine.none')}</p>
        <p className={classes.soft}>{t('mine.noneHint')}</p>
      </Section>
    );
  const missing = standing.rules.some(({ code, verdict }) => code === 'standard' && verdict !== 'counts');
  const districts = [...new Set(standing.posts.flatMap((post) => (post.isFiled ? post.districtCode : [])))];
  return (
    <Section title={t('mine.title')} intro={t('mine.intro')}>
      <Stack>
        <div className={classes.stack}>
          <p>
            {t('mine.inFigures')}{' '}
            {[...(districts.length > 0 ? [t('city')] : []), ...districts.map((code) => districtName(code))].join(
              language === 'en' ? ', ' : '、',
            )}
          </p>
          <ul className={classes.clauses}>
            {standing.posts.map((post) => (
              <li key={post.institutionId}>
                {post.institutionName} <span className={classes.soft}>{t('mine.since', { on: post.startOn })}</span>
                {!post.isFiled && <p className={classes.soft}>{t('mine.onlyExtended')}</p>}
              </li>
            ))}
          </ul>
        </div>
        {standing.rules.map((rule) => (
          <UnderRule key={rule.code} rule={rule} />
        ))}
        {missing && <p>{t('mine.fix')}</p>}
        {missing && (
          <Row>
            <LinkButton to={paths.myCertificates()}>{t('mine.toCertificates')}</LinkButton>
            <LinkButton to={paths.courses()} emphasis="second">
              {t('mine.toCourses')}
            </LinkButton>
          </Row>
        )}
        <p className={classes.soft}>{t('mine.wrong')}</p>
      </Stack>
    </Section>
  );
};

const SAID = { counts: 'mine.counted', needs_document: 'mine.waiting', does_not: 'mine.notCounted' } as const;

const UnderRule = ({ rule: { code, verdict, reason, clause, certificate } }: { rule: Standing['rules'][number] }) => {
  const { t } = useTranslation(['rate', 'rule']);
  const language = useLanguage();
  return (
    <div className={classes.stack}>
      <p>
        {t(`rule:code.${code}`)} <Badge tone={VERDICT_TONES[verdict]}>{t(`rate:${SAID[verdict]}`)}</Badge>{' '}
        {certificate && t('rate:mine.becauseOf', certificate)}
      </p>
      {reason && <p className={classes.soft}>{t(`rule:why.${reason}`)}</p>}
      {clause && <p className={classes.soft}>{t('rate:mine.clause', { clause: clauseText(clause, language) })}</p>}
    </div>
  );
};
