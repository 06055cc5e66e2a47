import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { type ChecklistVersion, sectionsOf } from '~/domain/health-care/checklist';
import { PHOTO_ACCEPT } from '~/domain/health-care/photo';
import { CHECK_MARKS, FINDING_WEIGHTS } from '~/domain/health-care/visit';
import { addDays, beijingDate } from '~/domain/shared/period';
import { SubmitButton } from '../button';
import { RadioGroup } from '../choice-fields';
import { DateField, SelectField, TextArea, TextField } from '../fields';
import { FileField } from '../file-field';
import { Form, FormActions } from '../form';
import { Section } from '../page';
import { useLanguage } from '../use-words';
import classes from './field.module.css';
import type { PlannedVisit } from './field-page';

interface Props {
  plan: PlannedVisit;
  checklist: ChecklistVersion;
  openedAt: string;
  ids: readonly string[];
}

const FURTHER = ['+1', '+2'];
const USUAL_DAYS = 14;

/** A planned visit written into a plain form: the whole checklist, a note and a thing to be mended for each line. */
export const FieldPlainForm = ({ plan, checklist, openedAt, ids }: Props) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const language = useLanguage();
  const { items } = checklist;
  const keys = [...items.map(({ code }) => code), ...FURTHER];
  const finding = (key: string) => <PlainFinding key={key} name={key} id={ids[keys.indexOf(key)] ?? ''} isLine={!FURTHER.includes(key)} />;
  return (
    <Section title={plan.institutionName}>
      <Form multipart>
        <input type="hidden" name="visitId" value={plan.id} />
        <input type="hidden" name="institutionId" value={plan.institutionId} />
        <input type="hidden" name="kind" value={plan.kind} />
        <input type="hidden" name="checklistId" value={checklist.id} />
        <input type="hidden" name="openedAt" value={openedAt} />
        <DateField name="visitedOn" label={t('form.visitedOn')} defaultValue={beijingDate(new Date(openedAt))} />
        <TextField name="metWith" label={t('form.metWith')} hint={t('form.metWithHint')} optional maxLength={200} />
        {sectionsOf(items).map((part) => (
          <Fragment key={part.sectionZh}>
            <h3>{language === 'en' ? part.sectionEn : part.sectionZh}</h3>
            {part.items.map((item) => (
              <div key={item.code} className={classes.plain}>
                <input type="hidden" name="lines[]" value={item.code} />
                <RadioGroup
                  name={`mark.${item.code}`}
                  label={`${item.code} ${language === 'en' ? item.textEn : item.textZh}`}
                  options={[
                    { value: '', label: t('plain.unmarked') },
                    ...CHECK_MARKS.map((mark) => ({ value: mark, label: t(`visit:mark.${mark}`) })),
                  ]}
                  defaultValue=""
                />
                <TextField name={`note.${item.code}`} label={t('form.note')} optional maxLength={1_000} />
                <details>
                  <summary>{t('form.addFinding')}</summary>
                  {finding(item.code)}
                </details>
              </div>
            ))}
          </Fragment>
        ))}
        <h3>{t('form.findings')}</h3>
        {FURTHER.map((key, at) => (
          <details key={key} className={classes.plain}>
            <summary>{t('plain.more', { n: at + 1 })}</summary>
            {finding(key)}
          </details>
        ))}
        <p>{t('plain.photosHint')}</p>
        <FileField name="photos[]" label={t('form.photos')} accept={PHOTO_ACCEPT} maxBytes={MAX_COPY_BYTES} multiple />
        <TextArea name="summary" label={t('form.summary')} hint={t('form.summaryHint')} optional rows={4} />
        <FormActions>
          <SubmitButton>{t('plain.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};

const PlainFinding = ({ name, id, isLine }: { name: string; id: string; isLine: boolean }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  return (
    <>
      <input type="hidden" name="findings[]" value={name} />
      <input type="hidden" name={`id.${name}`} value={id} />
      <input type="hidden" name={`line.${name}`} value={isLine ? name : ''} />
      <TextArea name={`statement.${name}`} label={t('form.statement')} optional rows={2} />
      <DateField name={`mendByOn.${name}`} label={t('form.mendByOn')} defaultValue={addDays(beijingDate(new Date()), USUAL_DAYS)} />
      <SelectField
        name={`weight.${name}`}
        label={t('form.weight')}
        options={FINDING_WEIGHTS.map((weight) => ({ value: weight, label: t(`visit:weight.${weight}`) }))}
        defaultValue="minor"
      />
    </>
  );
};
