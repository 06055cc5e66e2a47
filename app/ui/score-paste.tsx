import { useTranslation } from 'react-i18next';
import { SCORE_KINDS, type ScoreKind } from '~/domain/completion/completion';
import type { ScorePasteError } from '~/domain/completion/score-paste';
import { NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { DataTable } from './data-table';
import { TextArea } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Section } from './page';
import { ScoreSittings } from './score-sittings';
import classes from './teaching.module.css';
import { usePunctuation } from './use-punctuation';

export interface PastePreview {
  paste: string;
  rows: { line: number; enrolmentId: string; name: string; scores: Partial<Record<ScoreKind, number>> }[];
  errors: ScorePasteError[];
}

interface ScorePasteProps {
  preview: PastePreview | null;
  sitting: { assessedOn: string; min: string; max: string };
}

/** Scores copied from Excel: paste, look at what was understood, then record it. */
export const ScorePaste = ({ preview, sitting }: ScorePasteProps) => {
  const { t } = useTranslation('completion');
  return (
    <Section title={t('scores.paste')} intro={t('scores.pasteIntro')} id="paste">
      <Form name="paste" action="#paste">
        <TextArea name="paste" label={t('scores.pasteField')} defaultValue={preview?.paste} rows={5} maxLength={200_000} />
        <FormActions>
          <SubmitButton intent="preview" emphasis="second">
            {t('scores.pasteCheck')}
          </SubmitButton>
        </FormActions>
      </Form>
      {preview && preview.errors.length > 0 && <Errors errors={preview.errors} />}
      {preview && preview.rows.length > 0 && <Found preview={preview} sitting={sitting} />}
    </Section>
  );
};

const Errors = ({ errors }: { errors: ScorePasteError[] }) => {
  const { t } = useTranslation('completion');
  const marks = usePunctuation();
  return (
    <Notice tone="bad" title={t('scores.pasteProblems', { count: errors.length })}>
      <ul className={classes.rules}>
        {errors.map(({ line, code, params }) => (
          <li key={`${line}.${code}.${params.kind ?? ''}`}>
            {t('scores.pasteLine', { line })}
            {marks.colon}
            {t(`scores.pasteError.${code}`, { name: params.name ?? '', value: params.value ?? '' })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Found = ({ preview, sitting }: { preview: PastePreview; sitting: ScorePasteProps['sitting'] }) => {
  const { t } = useTranslation('completion');
  const kinds = SCORE_KINDS.filter((kind) => preview.rows.some((row) => row.scores[kind] !== undefined));
  return (
    <>
      <p role="status">{t('scores.pasteFound', { count: preview.rows.length })}</p>
      <DataTable
        caption={t('scores.paste')}
        captionHidden
        dense
        rows={preview.rows}
        rowKey={(row) => row.enrolmentId}
        columns={[
          { key: 'name', header: t('column.name'), cell: (row) => row.name, rowHeader: true },
          ...kinds.map((kind) => ({
            key: kind,
            header: t(`score.${kind}`),
            cell: (row: PastePreview['rows'][number]) => row.scores[kind] ?? NOTHING,
            numeric: true,
          })),
        ]}
      />
      <Form name="commit">
        <input type="hidden" name="paste" value={preview.paste} />
        <ScoreSittings kinds={kinds} {...sitting} />
        <FormActions>
          <SubmitButton intent="commit">{t('scores.pasteCommit', { count: preview.rows.length })}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
};
