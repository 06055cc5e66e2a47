import { useTranslation } from 'react-i18next';
import type { ResultRow } from '~/domain/evaluation/result';
import type { PasteProblem } from '~/domain/evaluation/result-paste';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton, SubmitButton } from './button';
import { DataTable } from './data-table';
import { TextArea } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Section } from './page';
import classes from './teaching.module.css';
import { usePunctuation } from './use-punctuation';

interface PastedResults {
  paste: string;
  rows: (ResultRow & { name: string })[];
  problems: PasteProblem[];
}

/** Results copied from Excel: paste, look at what was understood, then save. */
export const ResultPaste = ({ preview }: { preview: PastedResults | null }) => {
  const { t } = useTranslation('evaluation');
  const marks = usePunctuation();
  return (
    <Section
      title={t('results.paste')}
      intro={t('results.pasteIntro')}
      id="paste"
      actions={
        <LinkButton to={paths.newImport({ kind: 'x_results' })} emphasis="second" small>
          {t('results.import')}
        </LinkButton>
      }
    >
      <Form name="paste" action="#paste">
        <TextArea name="paste" label={t('results.pasteField')} defaultValue={preview?.paste} rows={5} maxLength={200_000} />
        <FormActions>
          <SubmitButton intent="preview" emphasis="second">
            {t('results.pasteCheck')}
          </SubmitButton>
        </FormActions>
      </Form>
      {preview && preview.problems.length > 0 && (
        <Notice tone="bad" title={t('results.pasteProblems', { count: preview.problems.length })}>
          <ul className={classes.rules}>
            {preview.problems.map(({ line, code, name, value }) => (
              <li key={line}>
                {t('results.pasteLine', { line })}
                {marks.colon}
                {t(`results.pasteError.${code}`, { name, value })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {preview && preview.rows.length > 0 && <Found preview={preview} />}
    </Section>
  );
};

const Found = ({ preview: { paste, rows } }: { preview: PastedResults }) => {
  const { t } = useTranslation('evaluation');
  return (
    <>
      <p role="status">{t('results.pasteFound', { count: rows.length })}</p>
      <DataTable
        caption={t('results.paste')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.candidate}
        columns={[
          { key: 'name', header: t('field.name'), rowHeader: true, cell: (row) => row.name },
          {
            key: 'theory',
            header: t('field.theory'),
            numeric: true,
            cell: (row) => (row.absent ? t('field.absent') : (row.theory ?? NOTHING)),
          },
          {
            key: 'practical',
            header: t('field.practical'),
            numeric: true,
            cell: (row) => (row.absent ? t('field.absent') : (row.practical ?? NOTHING)),
          },
          { key: 'credit', header: t('field.credit'), cell: (row) => row.creditBankNo ?? NOTHING },
        ]}
      />
      <Form name="commit">
        <input type="hidden" name="paste" value={paste} />
        <FormActions>
          <SubmitButton intent="commit">{t('results.pasteCommit', { count: rows.length })}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
};
