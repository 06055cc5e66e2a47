import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { formatWeekday } from '~/i18n/format';
import { Badge } from '../status-badge';
import { useLanguage } from '../use-words';
import classes from './field.module.css';
import type { PlannedVisit } from './field-page';
import type { FieldVisit } from './field-visit';

interface Props {
  planned: readonly PlannedVisit[];
  visits: readonly FieldVisit[];
  disabled: boolean;
  onStart: (plan: PlannedVisit) => void;
}

/** What is planned for today and after, without those that wait here or went already. */
export const FieldPlanned = ({ planned, visits, disabled, onStart }: Props) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const done = new Set(visits.flatMap(({ id, state, insteadOf }) => (state === 'draft' ? [] : [id, insteadOf])));
  const begun = new Set(visits.filter(({ state }) => state === 'draft').map(({ id }) => id));
  const open = planned.filter(({ id }) => !done.has(id));
  if (open.length === 0) return <p className={classes.soft}>{t('planned.none')}</p>;
  return (
    <ul className={classes.cards}>
      {open.map((plan) => (
        <li key={plan.id} className={classes.card}>
          <PlannedFacts plan={plan} />
          <Button fullWidth size="md" disabled={disabled} variant={begun.has(plan.id) ? 'default' : 'filled'} onClick={() => onStart(plan)}>
            {begun.has(plan.id) ? t('goOn') : t('planned.start')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Where, when and why; shared with the page without scripts. */
export const PlannedFacts = ({ plan }: { plan: PlannedVisit }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const language = useLanguage();
  const today = beijingDate(new Date());
  return (
    <div>
      <h3>{plan.institutionName}</h3>
      <p className={classes.facts}>
        <span className="numeric">
          {plan.plannedOn} {formatWeekday(plan.plannedOn, language)}
        </span>
        {plan.plannedOn === today && <Badge tone="on">{t('planned.today')}</Badge>}
        {plan.plannedOn < today && <Badge tone="bad">{t('planned.late')}</Badge>}
        <span>{t(`visit:kind.${plan.kind}`)}</span>
      </p>
      {plan.address && <p className={classes.soft}>{plan.address}</p>}
      {plan.purpose && <p>{plan.purpose}</p>}
      {plan.toMend.length > 0 && <p className={classes.warn}>{t('planned.toMend', { count: plan.toMend.length })}</p>}
    </div>
  );
};
