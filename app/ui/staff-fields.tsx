import { useTranslation } from 'react-i18next';
import { EDUCATION_LEVELS, type EducationLevel, ENGAGEMENT_ROLES, type EngagementRole } from '~/domain/person/person';
import { CheckboxField } from './choice-fields';
import { DateField, SelectField, TextArea } from './fields';
import { Row } from './page';

interface Post {
  role: EngagementRole;
  startOn: string;
  isFullTime: boolean;
  isIntern: boolean;
  contractUntilOn: string | null;
  remark: string;
}

export const RoleField = ({ name = 'role', label, hint, role, optional }: RoleFieldProps) => {
  const { t } = useTranslation('person');
  return (
    <SelectField
      name={name}
      label={label ?? t('field.role')}
      hint={hint}
      optional={optional}
      placeholder={optional ? '—' : undefined}
      defaultValue={role}
      options={ENGAGEMENT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
    />
  );
};

interface RoleFieldProps {
  name?: string;
  label?: string;
  hint?: string;
  role?: EngagementRole;
  optional?: boolean;
}

/** Role, days and kind of an engagement. */
export const EngagementFields = ({ post }: { post?: Post }) => {
  const { t } = useTranslation(['person', 'roster']);
  return (
    <>
      <RoleField role={post?.role} />
      <DateField name="startOn" label={t('field.startOn')} defaultValue={post?.startOn} />
      <Row>
        <CheckboxField name="isFullTime" label={t('fullTime')} defaultChecked={post?.isFullTime ?? true} />
        <CheckboxField name="isIntern" label={t('intern')} defaultChecked={post?.isIntern ?? false} />
      </Row>
      <DateField name="contractUntilOn" label={t('roster:field.contractUntil')} optional defaultValue={post?.contractUntilOn} />
      <TextArea name="remark" label={t('roster:field.remark')} optional rows={2} maxLength={500} defaultValue={post?.remark} />
    </>
  );
};

/** Days alone: no finding is ever asked for. */
export const CheckFields = ({ checks }: { checks?: { healthCertValidUntil: string | null; backgroundCheckedOn: string | null } }) => {
  const { t } = useTranslation('roster');
  return (
    <>
      <DateField
        name="healthCertValidUntil"
        label={t('field.healthCert')}
        hint={t('field.healthCertHint')}
        optional
        defaultValue={checks?.healthCertValidUntil}
      />
      <DateField
        name="backgroundCheckedOn"
        label={t('field.background')}
        hint={t('field.backgroundHint')}
        optional
        defaultValue={checks?.backgroundCheckedOn}
      />
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
