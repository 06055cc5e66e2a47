import { useTranslation } from 'react-i18next';
import type { EducationLevel, EngagementRole } from '~/domain/person/person';
import { NOTHING } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { DateField, TextField } from './fields';
import { CheckFields, EducationField, EngagementFields } from './staff-fields';

interface Post {
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isFullTime: boolean;
  isIntern: boolean;
  contractUntilOn: string | null;
  remark: string;
}

export const PostForm = ({ post }: { post: Post }) => {
  const { t } = useTranslation('person');
  return (
    <ConfirmForm name="post" intent="post" label={t('staff.editPost')} reason={false}>
      <EngagementFields post={post} />
      <DateField name="endOn" label={t('field.endOn')} hint={t('staff.endOnHint')} optional defaultValue={post.endOn} />
    </ConfirmForm>
  );
};

export const PersonForm = ({ person }: { person: { name: string; phoneMasked: string | null; education: EducationLevel | null } }) => {
  const { t } = useTranslation('person');
  return (
    <ConfirmForm name="person" intent="person" label={t('staff.editPerson')} reason={false}>
      <TextField name="name" label={t('field.name')} defaultValue={person.name} maxLength={100} />
      <TextField
        name="phone"
        label={t('field.phone')}
        type="tel"
        optional
        hint={t('staff.phoneKeep', { phone: person.phoneMasked ?? NOTHING })}
        maxLength={20}
      />
      <EducationField education={person.education} />
    </ConfirmForm>
  );
};

export const ChecksForm = ({ checks }: { checks: { healthCertValidUntil: string | null; backgroundCheckedOn: string | null } }) => {
  const { t } = useTranslation('roster');
  return (
    <ConfirmForm name="checks" intent="checks" label={t('checks.label')} reason={false}>
      <CheckFields checks={checks} />
    </ConfirmForm>
  );
};
