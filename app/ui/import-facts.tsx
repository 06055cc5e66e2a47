import { useTranslation } from 'react-i18next';
import type { ImportView } from '~/domain/excel/import-view';
import { formatBytes, formatDateTime } from '~/i18n/format';
import { DefinitionList } from './definition-list';
import { Section } from './page';
import { usePunctuation } from './use-punctuation';

/** What was found about the file, and when what happened to it. */
export function ImportFacts({ found }: { found: ImportView }) {
  const { t } = useTranslation('import');
  const marks = usePunctuation();
  const { layout } = found;
  const hidden = layout
    ? [
        layout.hiddenColumns.length > 0 && t('show.hiddenColumns', { columns: layout.hiddenColumns.join(marks.list) }),
        layout.hiddenRows > 0 && t('show.hiddenRows', { count: layout.hiddenRows }),
      ].filter((line) => line !== false)
    : [];
  const skipped = layout?.skipped.map(({ rowNo, as }) => t('show.skippedRow', { row: rowNo, as: t(`skipped.${as}`) })) ?? [];
  return (
    <Section title={t('show.facts')}>
      <DefinitionList
        items={[
          [t('show.size'), formatBytes(found.bytes)],
          layout && [t('show.sheet'), layout.sheet],
          layout && [t('show.headerRow'), t('show.headerRowValue', { row: layout.headerRow })],
          layout && layout.unknownHeaders.length > 0 ? [t('show.unknown'), layout.unknownHeaders.join(marks.list)] : null,
          hidden.length > 0 ? [t('show.hidden'), hidden.join('; ')] : null,
          layout && layout.formulas > 0 ? [t('show.formulas'), t('show.formulasValue', { count: layout.formulas })] : null,
          skipped.length > 0 ? [t('show.skipped'), skipped.join(marks.list)] : null,
          [t('show.uploaded'), formatDateTime(found.uploadedAt)],
          found.checkedAt ? [t('show.checked'), formatDateTime(found.checkedAt)] : null,
          found.committedAt ? [t('show.committed'), formatDateTime(found.committedAt)] : null,
          found.undoneAt ? [t('show.undone'), formatDateTime(found.undoneAt)] : null,
          found.undoneAt && found.reason ? [t('show.reason'), found.reason] : null,
        ]}
      />
    </Section>
  );
}
