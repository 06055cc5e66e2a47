import { useTranslation } from 'react-i18next';
import type { ImportView } from '~/domain/excel/import-view';
import { UNDO_BLOCKS } from '~/domain/excel/row-problem';
import { Notice } from './notice';

/** Why an import stays: the rows on which something has been built. */
export function ImportBlocks({ blocks }: { blocks: NonNullable<ImportView['blocks']> }) {
  const { t } = useTranslation('import');
  const named = (block: string) => UNDO_BLOCKS.find((each) => each === block);
  return (
    <Notice tone="warn" title={t('act.blockedTitle', { count: blocks.total })}>
      <p>{t('act.blockedText')}</p>
      <ul>
        {blocks.rows.map(({ rowNo, block }) => {
          const known = named(block);
          return (
            <li key={rowNo}>
              {t('show.headerRowValue', { row: rowNo })}
              {known && ` · ${t(`block.${known}`)}`}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
