import { useTranslation } from 'react-i18next';
import { definesAssessment, type PassRule } from '~/domain/course/course';
import classes from './course.module.css';

/** What a trainee must reach, one sentence each. */
export const PassRuleList = ({ rule }: { rule: PassRule }) => {
  const { t } = useTranslation('course');
  return (
    <ul className={classes.rules}>
      <li>
        {rule.minAttendancePercent > 0 ? t('passRule.attendance', { percent: rule.minAttendancePercent }) : t('passRule.noAttendance')}
      </li>
      {rule.hoursMustBeMet && <li>{t('passRule.hours')}</li>}
      {rule.minTheoryScore !== null && <li>{t('passRule.theory', { score: rule.minTheoryScore })}</li>}
      {rule.minPracticalScore !== null && <li>{t('passRule.practical', { score: rule.minPracticalScore })}</li>}
      {!definesAssessment(rule) && <li>{t('passRule.noExam')}</li>}
    </ul>
  );
};
