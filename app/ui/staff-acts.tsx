import { useTranslation } from 'react-i18next';
import type { EducationLevel, EngagementRole } from '~/domain/person/person';
import { CheckboxField } from './choice-fields';
import { ConfirmForm } from './confirm-form';
import { DateField } from './fields';
import { Row } from './page';
import { PersonForm, PostForm } from './staff-forms';
import { OneButton } from './staff-leave';

interface Post {
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isOver: boolean;
  isFullTime: boolean;
  isIntern: boolean;
  isMainPost: boolean;
  hasOther: boolean;
  contractUntilOn: string | null;
  remark: string;
}

/** What the institution may do with an entry: correct it, end it, take it back, make staff of an intern. */
export const MemberActs = ({
  post,
  person,
}: {
  post: Post;
  person: { name: string; phoneMasked: string | null; education: EducationLevel | null };
}) => {
  const { t } = useTranslation(['person', 'roster']);
  return (
    <Row>
      <PostForm post={post} />
      {!post.isOver && <PersonForm person={person} />}
      {post.isIntern && post.endOn === null && (
        <ConfirmForm
          name="convert"
          intent="convert"
          label={t('roster:convert.label')}
          explanation={t('roster:convert.text')}
          reason={false}
        >
          <DateField name="startOn" label={t('roster:convert.startOn')} />
          <CheckboxField name="isFullTime" label={t('fullTime')} defaultChecked />
          <DateField name="contractUntilOn" label={t('roster:field.contractUntil')} optional />
        </ConfirmForm>
      )}
      {post.hasOther && !post.isMainPost && !post.isOver && <OneButton intent="main" label={t('roster:main.label')} />}
      {post.endOn === null && (
        <>
          <ConfirmForm
            name="end"
            intent="end"
            label={t('staff.end')}
            explanation={t('staff.endText', { name: person.name })}
            reason={false}
          >
            <DateField name="endOn" label={t('field.endOn')} hint={t('staff.endOnHint')} />
          </ConfirmForm>
          <ConfirmForm
            name="never"
            intent="never"
            label={t('roster:never.label')}
            explanation={t('roster:never.text')}
            reason={false}
            danger
          />
        </>
      )}
    </Row>
  );
};
