import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordProblem, unmarked } from '~/domain/health-care/visit-record';
import { beijingDate } from '~/domain/shared/period';
import { Notice } from '../notice';
import { useWords } from '../use-words';
import classes from './field.module.css';
import { type FieldVisit, recordOf } from './field-visit';
import type { FieldVisits } from './use-field-visits';

/** The end of the form: says what is missing by the same rule as the platform, and asks again where lines have no mark. */
export const FieldFinish = ({ visit, field, onLeave }: { visit: FieldVisit; field: FieldVisits; onLeave: () => void }) => {
  const { t } = useTranslation('fieldwork');
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const record = recordOf(visit);
  const problem = recordProblem(record, { ...visit.checklist, status: 'published' }, beijingDate(new Date()));
  const left = unmarked(record, visit.checklist.items).length;
  const finish = () => {
    if (problem || (left > 0 && !asked)) return setAsked(true);
    field.happen(visit, { type: 'finished', at: new Date().toISOString() });
    onLeave();
  };
  return (
    <div className={classes.finish} aria-live="polite">
      {asked && problem && <Notice tone="bad">{words(`refusals:${problem.code}`, problem.params)}</Notice>}
      {asked && !problem && left > 0 && <Notice tone="warn">{t('form.unmarked', { count: left })}</Notice>}
      <Button size="lg" fullWidth onClick={finish}>
        {asked && !problem && left > 0 ? t('form.finishAnyway') : t(field.online ? 'form.finish' : 'form.finishOffline')}
      </Button>
    </div>
  );
};
