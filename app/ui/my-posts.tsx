import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import { DISPUTE_KINDS, type DisputeKind, type DisputeStatus } from '~/domain/person/roster';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { DateField, TextArea } from './fields';
import { Form } from './form';
import { Section } from './page';
import { RoleField } from './staff-fields';
import { Flags, Period } from './staff-table';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

interface Post {
  id: string;
  institutionName: string;
  districtCode: string | null;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isFullTime: boolean;
  isIntern: boolean;
  isMainPost: boolean;
  hasOther: boolean;
  isOff: boolean;
  isOver: boolean;
  neverTrue: boolean;
  dispute?: { id: string; status: DisputeStatus; kind: DisputeKind; answerDueOn: string; decision: string | null };
}

const isOpen = (dispute?: Post['dispute']): boolean => dispute?.status === 'open' || dispute?.status === 'escalated';

/** Her posts as institutions entered them, each with the way to say that it is wrong. */
export const MyPosts = ({ posts }: { posts: readonly Post[] }) => {
  const { t } = useTranslation(['roster', 'person']);
  const districtName = useDistrictName();
  return posts.map((post) => (
    <Section key={post.id} title={post.institutionName} actions={isOpen(post.dispute) && <Badge tone="wait">{t('disputed')}</Badge>}>
      <DefinitionList
        items={[
          [t('person:field.role'), t(`person:role.${post.role}`)],
          [t('person:staff.period'), <Period key="period" row={post} />],
          post.isOver ? null : [t('person:staff.flags'), <Flags key="flags" row={post} />],
          post.neverTrue ? [t('double.status'), t('mine.neverTrue')] : null,
          post.districtCode ? [t('field.district'), districtName(post.districtCode)] : null,
        ]}
      />
      {post.dispute && <DisputeState dispute={post.dispute} />}
      {!isOpen(post.dispute) && !post.neverTrue && <DisputeForm postId={post.id} />}
    </Section>
  ));
};

const DisputeState = ({ dispute }: { dispute: NonNullable<Post['dispute']> }) => {
  const { t } = useTranslation('roster');
  return (
    <>
      <p>
        <StatusBadge kind="roster:disputeStatus" status={dispute.status} /> {t(`disputeKind.${dispute.kind}`)}
        {dispute.status === 'open' && ` · ${t('mine.dueOn', { date: dispute.answerDueOn })}`}
      </p>
      {dispute.decision && <p>{t('mine.decision', { text: dispute.decision })}</p>}
      {isOpen(dispute) && (
        <Form name={`withdraw-${dispute.id}`}>
          <input type="hidden" name="disputeId" value={dispute.id} />
          <SubmitButton intent="withdraw-dispute" emphasis="quiet">
            {t('mine.withdraw')}
          </SubmitButton>
        </Form>
      )}
    </>
  );
};

const DisputeForm = ({ postId }: { postId: string }) => {
  const { t } = useTranslation('roster');
  return (
    <ConfirmForm
      name={`dispute-${postId}`}
      intent="dispute"
      values={{ engagementId: postId }}
      label={t('mine.dispute')}
      explanation={t('mine.disputeText')}
      reason={false}
    >
      <RadioGroup
        name="kind"
        label={t('mine.disputeKind')}
        stacked
        options={DISPUTE_KINDS.map((value) => ({ value, label: t(`disputeKind.${value}`) }))}
      />
      <DateField name="endOn" label={t('mine.rightEnd')} hint={t('mine.onlyIf')} optional />
      <DateField name="startOn" label={t('mine.rightStart')} hint={t('mine.onlyIf')} optional />
      <RoleField label={t('mine.rightRole')} hint={t('mine.onlyIfRole')} optional />
      <TextArea name="statement" label={t('field.statement')} rows={3} maxLength={500} />
    </ConfirmForm>
  );
};
