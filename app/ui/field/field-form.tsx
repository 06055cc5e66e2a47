import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '~/domain/health-care/checklist';
import { Section, Stack } from '../page';
import { useLanguage } from '../use-words';
import { AskTwice } from './ask-twice';
import classes from './field.module.css';
import { FieldBasics } from './field-basics';
import { FieldFindings } from './field-findings';
import { FieldFinish } from './field-finish';
import { FieldLine } from './field-line';
import type { PlannedVisit } from './field-page';
import { FieldPhotos } from './field-photos';
import type { FieldVisit } from './field-visit';
import type { FieldVisits } from './use-field-visits';

interface Props {
  visit: FieldVisit;
  plan: PlannedVisit | undefined;
  field: FieldVisits;
  onLeave: () => void;
}

/** One visit being written down; every touch is on the phone at once. */
export const FieldForm = ({ visit, plan, field, onLeave }: Props) => {
  const { t } = useTranslation('fieldwork');
  const language = useLanguage();
  const change = (part: Partial<FieldVisit>) => field.keep({ ...visit, ...part });
  const { items, version } = visit.checklist;
  const done = items.filter(({ code }) => visit.marks[code]?.mark).length;
  return (
    <Stack>
      <div className={classes.formHead}>
        <Button variant="default" onClick={onLeave}>
          {t('back')}
        </Button>
        <h2>{visit.institutionName}</h2>
        <p className={classes.soft}>
          {t('form.savedHere')} · {t('form.marked', { done, all: items.length })}
        </p>
      </div>
      <Section>
        <FieldBasics visit={visit} change={change} />
      </Section>
      {plan && plan.toMend.length > 0 && (
        <Section title={t('form.toMend')} intro={t('form.toMendHint')}>
          <ul className={classes.mends}>
            {plan.toMend.map(({ id, statement, mendByOn }) => (
              <li key={id}>
                {statement} <small>{t('form.mendBy', { day: mendByOn })}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('form.checklist', { version })} intro={t('form.proposals')}>
        {sectionsOf(items).map((part) => (
          <div key={part.sectionZh} className={classes.part}>
            <h3>{language === 'en' ? part.sectionEn : part.sectionZh}</h3>
            {part.items.map((item) => (
              <FieldLine key={item.code} item={item} visit={visit} field={field} />
            ))}
          </div>
        ))}
      </Section>
      <Section title={t('form.findings')} intro={t('form.findingsHint')}>
        <FieldFindings visit={visit} itemCode={null} field={field} />
      </Section>
      <Section title={t('form.photos')} intro={t('form.photosHint')}>
        <FieldPhotos visit={visit} findingId={null} label={t('form.photos')} field={field} />
      </Section>
      <Section>
        <Textarea
          size="md"
          autosize
          minRows={4}
          label={t('form.summary')}
          description={t('form.summaryHint')}
          maxLength={4_000}
          value={visit.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
      </Section>
      <FieldFinish visit={visit} field={field} onLeave={onLeave} />
      <div className={classes.discard}>
        <AskTwice
          label={t('form.discard')}
          onYes={() => {
            void field.remove(visit);
            onLeave();
          }}
        />
      </div>
    </Stack>
  );
};
