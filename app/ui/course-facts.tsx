import { useTranslation } from 'react-i18next';
import type { CourseCategory, Delivery, PassRule } from '~/domain/course/course';
import classes from './course.module.css';
import { DefinitionList } from './definition-list';
import { PassRuleList } from './pass-rule';

export interface CourseText {
  categories: CourseCategory[];
  delivery: Delivery;
  audience: string;
  summary: string;
  contactName: string;
  contactPhone: string;
  passRule: PassRule;
}

/** The text of a course as its provider and its reviewer read it. */
export const CourseFacts = ({ course, provider }: { course: CourseText; provider?: string }) => {
  const { t } = useTranslation('course');
  const categories = course.categories.map((category) => t(`category.${category}`)).join(' / ');
  return (
    <DefinitionList
      items={[
        provider ? [t('field.provider'), provider] : null,
        [t('field.category'), course.categories.length > 1 ? `${categories} (${t('mixed')})` : categories],
        [t('field.delivery'), t(`delivery.${course.delivery}`)],
        [t('field.audience'), course.audience],
        [t('field.contact'), [course.contactName, course.contactPhone].filter(Boolean).join(' ')],
        [t('field.summary'), course.summary && <span className={classes.prose}>{course.summary}</span>],
        [t('field.passRule'), <PassRuleList key="rule" rule={course.passRule} />],
      ]}
    />
  );
};
