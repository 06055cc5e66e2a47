import { useTranslation } from 'react-i18next';
import { EDUCATION_LEVELS, type EducationLevel, ENGAGEMENT_ROLES, type EngagementRole } from '~/domain/person/person';
import { CheckboxField } from './choice-fields';
import { DateField, SelectField } from './fields';
import { Row } from './page';

interface Post {
  role: EngagementRole;
  startOn: string;
  onPost: boolean;
  isFullTime: boolean;
  isIntern: boolean;
}

/** Role, start and kind of an engagement. */
export const EngagementFields = ({ post }: { post?: Post }) => {
  const { t } = useTranslation('person');
  return (
    <>
      <SelectField
        name="role"
        label={t('field.role')}
        defaultValue={post?.role}
        options={ENGAGEMENT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <DateField name="startOn" label={t('field.startOn')} defaultValue={post?.startOn} />
      <Row>
        <CheckboxField name="onPost" label={t('onPost')} defaultChecked={post?.onPost ?? true} />
        <CheckboxField name="isFullTime" label={t('fullTime')} defaultChecked={post?.isFullTime ?? true} />
        <CheckboxField name="isIntern" label={t('intern')} defaultChecked={post?.isIntern ?? false} />
      </Row>
    </>
  );
};

export const EducationField = ({ education }: { education?: EducationLevel | null }) => {
  const { t } = useTranslation(['person', 'common']);
  return (
    <SelectField
      name="education"
      label={t('field.education')}
      optional
      placeholder={t('common:action.choose')}
      defaultValue={education}
      options={EDUCATION_LEVELS.map((value) => ({ value, label: t(`education.${value}`) }))}
    />
  );
};
