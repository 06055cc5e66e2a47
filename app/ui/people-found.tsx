import { useTranslation } from 'react-i18next';
import type { IdType } from '~/domain/shared/identity';
import { NOTHING } from '~/i18n/format';
import type { WordKey } from '~/i18n/words';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Section } from './page';
import { useWords } from './use-words';

export interface FoundPerson {
  id: string;
  name: string;
  idType: IdType;
  idNumberMasked: string;
  phoneMasked: string | null;
  bornOn: string | null;
  posts: { institution: string; role: string; startOn: string; endOn: string | null }[];
  documents: string[];
  enrolments: number;
  completions: number;
  certificates: number;
  hasAccount: boolean;
}

export const PostLines = ({ posts }: { posts: FoundPerson['posts'] }) => {
  const { t } = useTranslation('person');
  const words = useWords();
  if (posts.length === 0) return <>{NOTHING}</>;
  return posts.map((post) => (
    <div key={`${post.institution} ${post.role} ${post.startOn}`}>
      {post.institution} · {words(`person:role.${post.role}` as WordKey)} ·{' '}
      {post.endOn ? t('staff.until', { from: post.startOn, to: post.endOn }) : t('staff.since', { date: post.startOn })}
    </div>
  ));
};

interface PeopleFoundProps {
  rows: readonly (FoundPerson & { isNear: boolean })[];
  /** The record chosen to be kept, while the other is looked for. */
  keepId: string | null;
}

export const PeopleFound = ({ rows, keepId }: PeopleFoundProps) => {
  const { t } = useTranslation(['roster', 'person']);
  if (rows.length === 0) return <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>;
  const act = (row: PeopleFoundProps['rows'][number]) => {
    if (row.id === keepId) return t('people.kept');
    if (keepId !== null) return <LinkButton to={paths.mergePeople({ keep: keepId, merge: row.id })}>{t('people.mergeWith')}</LinkButton>;
    if (!row.isNear) return t('people.far');
    return (
      <LinkButton to={paths.people({ keep: row.id })} emphasis="second">
        {t('people.keep')}
      </LinkButton>
    );
  };
  return (
    <Section title={t('people.results')}>
      <DataTable
        caption={t('people.results')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('person:field.name'),
            rowHeader: true,
            nowrap: true,
            cell: (row) => row.name,
          },
          {
            key: 'number',
            header: t('people.number'),
            cell: (row) => (
              <>
                {row.idNumberMasked} <small>{t(`person:idType.${row.idType}`)}</small>
              </>
            ),
          },
          { key: 'posts', header: t('people.posts'), cell: (row) => <PostLines posts={row.posts} /> },
          { key: 'record', header: t('people.record'), cell: (row) => t('people.recordIs', { ...row }) },
          { key: 'account', header: t('people.account'), cell: (row) => (row.hasAccount ? t('people.has') : t('people.hasNot')) },
          { key: 'act', header: t('people.act'), cell: act },
        ]}
      />
    </Section>
  );
};
