import { useTranslation } from 'react-i18next';
import type { FileChangeStatus } from '~/domain/organisation/institution';
import type { FactField, ProposedFacts } from '~/domain/organisation/institution-facts';
import { ConfirmForm } from './confirm-form';
import { DataTable } from './data-table';
import { DefinitionList } from './definition-list';
import { type NamedPerson, useFactValue } from './fact-value';
import { Notice } from './notice';
import { useDistrictName } from './organisation-fields';
import { Row, Stack } from './page';
import { StatusBadge } from './status-badge';
import { useLanguage } from './use-words';

export interface ProposedChange {
  id: string;
  status: FileChangeStatus;
  before: Partial<ProposedFacts>;
  proposed: Partial<ProposedFacts>;
  fields: readonly FactField[];
  overtaken: readonly FactField[];
  note: string;
  submittedOn: string;
  effectiveOn: string;
  decisionDueOn: string;
  decisionReason: string | null;
}

/** Names of fields in a sentence. */
export const useFieldNames = () => {
  const { t } = useTranslation('institution');
  const language = useLanguage();
  return (fields: readonly FactField[]) => fields.map((field) => t(`fact.${field}`)).join(language === 'en' ? ', ' : '、');
};

/** One proposal: what differs, and what became of it. */
export const ChangeDetails = ({ change, people }: { change: ProposedChange; people: readonly NamedPerson[] }) => {
  const { t } = useTranslation('institution');
  const value = useFactValue(people);
  return (
    <Stack>
      <DataTable
        caption={t('change.submittedAt', { date: change.submittedOn })}
        captionHidden
        dense
        rows={change.fields}
        rowKey={(field) => field}
        columns={[
          { key: 'field', header: t('change.field'), rowHeader: true, cell: (field) => t(`fact.${field}`) },
          { key: 'before', header: t('change.before'), cell: (field) => value(field, change.before) },
          { key: 'wanted', header: t('change.wanted'), cell: (field) => value(field, change.proposed) },
        ]}
      />
      <DefinitionList
        items={[
          [t('change.effectiveOn'), change.effectiveOn],
          change.status === 'submitted' ? [t('change.dueOn'), change.decisionDueOn] : null,
          change.note ? [t('change.note'), change.note] : null,
          change.decisionReason ? [t('change.reason'), change.decisionReason] : null,
        ]}
      />
    </Stack>
  );
};

/** The one that waits, with the decision. */
export const ChangeDecision = ({ change, people }: { change: ProposedChange; people: readonly NamedPerson[] }) => {
  const { t } = useTranslation('institution');
  const names = useFieldNames();
  const districtName = useDistrictName();
  const { districtCode } = change.proposed;
  return (
    <Stack>
      {change.overtaken.length > 0 && <Notice tone="warn">{t('change.overtaken', { fields: names(change.overtaken) })}</Notice>}
      {districtCode && <Notice tone="warn">{t('change.moves', { district: districtName(districtCode) })}</Notice>}
      <ChangeDetails change={change} people={people} />
      <Row>
        <ConfirmForm
          intent="accept"
          label={t('change.accept')}
          explanation={t('change.acceptText')}
          values={{ changeId: change.id }}
          reason={false}
        />
        <ConfirmForm intent="return" label={t('change.return')} values={{ changeId: change.id }} danger />
      </Row>
    </Stack>
  );
};

/** Those that were decided, folded up. */
export const ChangeHistory = ({ changes, people }: { changes: readonly ProposedChange[]; people: readonly NamedPerson[] }) => {
  const { t } = useTranslation('institution');
  return (
    <Stack tight>
      {changes.map((change) => (
        <details key={change.id}>
          <summary>
            {t('change.submittedAt', { date: change.submittedOn })} <StatusBadge kind="institution:changeStatus" status={change.status} />
          </summary>
          <ChangeDetails change={change} people={people} />
        </details>
      ))}
    </Stack>
  );
};
