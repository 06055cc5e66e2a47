import { useTranslation } from 'react-i18next';
import type { ImportView } from '~/domain/excel/import-view';
import { ConfirmForm } from './confirm-form';

/** Steps that are rarely taken: putting a file aside before it is written, taking it back afterwards. */
export function ImportActions({ found: { status } }: { found: ImportView }) {
  const { t } = useTranslation('import');
  if (status === 'checked' || status === 'unreadable') return <ConfirmForm label={t('act.discard')} intent="discard" reason={false} />;
  if (status !== 'committed') return null;
  return <ConfirmForm label={t('act.undo')} explanation={t('act.undoText')} intent="undo" danger />;
}
