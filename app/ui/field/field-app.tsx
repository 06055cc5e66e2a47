import { useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice';
import { Section, Stack } from '../page';
import { beginPlanned, beginUnplanned } from './begin-visit';
import { FieldBanner } from './field-banner';
import { FieldForm } from './field-form';
import { FieldLastSent } from './field-last-sent';
import type { FieldPageData, PlannedVisit } from './field-page';
import { FieldPlanned } from './field-planned';
import { FieldQueue } from './field-queue';
import { FieldUnplanned } from './field-unplanned';
import type { FieldVisit } from './field-visit';
import { useFieldVisits } from './use-field-visits';
import { useKeptPage } from './use-kept-page';
import { useStayHere } from './use-stay-here';

/** Never an empty one: the router would ask the server for the page without a hash, and there may be no network. */
const LIST = 'list';

/** The page of the field in a browser with scripts: a list, or one visit being written down. */
export const FieldApp = ({ page, wanted }: { page: FieldPageData; wanted: string }) => {
  const { t } = useTranslation('fieldwork');
  const field = useFieldVisits(page);
  const kept = useKeptPage(field.online);
  const held = useStayHere(field.online);
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const asked = useRef(false);
  const { visits, keep } = field;

  const open = useCallback(
    (id: string, replace = false) => {
      navigate({ search, hash: id }, { replace });
      window.scrollTo(0, 0);
    },
    [navigate, search],
  );
  const begin = (visit: FieldVisit | null) => {
    if (!visit) return;
    keep(visit);
    // What is written must not be the first to go when the phone runs out of space.
    void navigator.storage?.persist?.();
    open(visit.id);
  };
  const start = (plan: PlannedVisit) =>
    visits?.some(({ id }) => id === plan.id) ? open(plan.id) : begin(beginPlanned(page, plan, new Date()));

  const plan = page.planned.find(({ id }) => id === wanted);
  useEffect(() => {
    if (visits === null || asked.current) return;
    asked.current = true;
    if (hash !== '') return;
    const known = visits.find(({ id }) => id === wanted);
    const begun = known ?? (plan ? beginPlanned(page, plan, new Date()) : null);
    if (begun && !known) keep(begun);
    open(begun?.state === 'draft' ? begun.id : LIST, true);
  }, [visits, hash, wanted, plan, page, keep, open]);

  if (visits === null) return null;
  const shown = visits.find(({ id, state }) => `#${id}` === hash && state === 'draft');
  if (shown)
    return (
      <Stack>
        <FieldBanner field={field} kept={kept} held={held} asOf={page.asOf} quiet />
        <FieldForm
          key={shown.id}
          visit={shown}
          plan={page.planned.find(({ id }) => id === shown.id)}
          field={field}
          onLeave={() => open(LIST)}
        />
      </Stack>
    );
  return (
    <Stack>
      <FieldBanner field={field} kept={kept} held={held} asOf={page.asOf} />
      {wanted !== '' && !plan && !visits.some(({ id }) => id === wanted) && <Notice tone="warn">{t('planned.unknown')}</Notice>}
      <FieldQueue field={field} onEdit={({ id }) => open(id)} />
      {page.checklist === null && <Notice tone="bad">{t('noChecklist')}</Notice>}
      <Section title={t('planned.title')}>
        <FieldPlanned planned={page.planned} visits={visits} disabled={page.checklist === null} onStart={start} />
      </Section>
      {page.checklist && (
        <FieldUnplanned institutions={page.institutions} onStart={(institution) => begin(beginUnplanned(page, institution, new Date()))} />
      )}
      <FieldLastSent visits={visits} />
    </Stack>
  );
};
