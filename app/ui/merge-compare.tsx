import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { type FoundPerson, PostLines } from './people-found';
import { usePunctuation } from './use-punctuation';

interface Line {
  key: string;
  name: string;
  of: (person: FoundPerson) => ReactNode;
}

/** Two records line by line: the one that stays, and the one that goes into it. */
export const MergeCompare = ({ kept, merged }: { kept: FoundPerson; merged: FoundPerson }) => {
  const { t } = useTranslation(['roster', 'person']);
  const marks = usePunctuation();
  const lines: Line[] = [
    { key: 'name', name: t('person:field.name'), of: (person) => person.name },
    { key: 'type', name: t('person:field.idType'), of: (person) => t(`person:idType.${person.idType}`) },
    { key: 'number', name: t('people.number'), of: (person) => person.idNumberMasked },
    { key: 'documents', name: t('people.other'), of: (person) => person.documents.join(marks.list) || NOTHING },
    { key: 'born', name: t('export.column.bornOn'), of: (person) => person.bornOn ?? NOTHING },
    { key: 'phone', name: t('person:field.phone'), of: (person) => person.phoneMasked ?? NOTHING },
    { key: 'posts', name: t('people.posts'), of: (person) => <PostLines posts={person.posts} /> },
    { key: 'record', name: t('people.record'), of: (person) => t('people.recordIs', { ...person }) },
    { key: 'account', name: t('people.account'), of: (person) => (person.hasAccount ? t('people.has') : t('people.hasNot')) },
  ];
  return (
    <DataTable
      caption={t('people.mergeTitle')}
      captionHidden
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: 'line', header: t('people.line'), rowHeader: true, nowrap: true, cell: (line) => line.name },
        { key: 'kept', header: t('people.kept'), cell: (line) => line.of(kept) },
        { key: 'merged', header: t('people.merged'), cell: (line) => line.of(merged) },
      ]}
    />
  );
};
