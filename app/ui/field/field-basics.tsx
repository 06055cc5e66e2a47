import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { VISIT_KINDS } from '~/domain/health-care/visit';
import classes from './field.module.css';
import type { FieldVisit } from './field-visit';

/** When, of which kind, and who was met. Only a plan makes a visit a follow-up. */
export const FieldBasics = ({ visit, change }: { visit: FieldVisit; change: (part: Partial<FieldVisit>) => void }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const kinds = VISIT_KINDS.filter((kind) => kind !== 'follow_up' || visit.planned);
  return (
    <div className={classes.fields}>
      <TextInput
        type="date"
        size="md"
        label={t('form.visitedOn')}
        value={visit.visitedOn}
        onChange={(event) => change({ visitedOn: event.currentTarget.value })}
      />
      <NativeSelect
        size="md"
        label={t('form.kind')}
        value={visit.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`visit:kind.${kind}`) }))}
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.currentTarget.value);
          if (kind) change({ kind });
        }}
      />
      <TextInput
        size="md"
        label={t('form.metWith')}
        description={t('form.metWithHint')}
        maxLength={200}
        value={visit.metWith}
        onChange={(event) => change({ metWith: event.currentTarget.value })}
      />
    </div>
  );
};
