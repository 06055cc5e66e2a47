import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { LinkButton } from '../button';
import { Notice } from '../notice';
import { Section, Stack } from '../page';
import classes from './field.module.css';
import type { FieldPageData } from './field-page';
import { FieldPlainForm } from './field-plain-form';
import { PlannedFacts } from './field-planned';

interface Props {
  page: FieldPageData;
  wanted: string;
  openedAt: string;
  /** For what the form may find, so that sending it twice is once. */
  ids: readonly string[];
}

/** The same page without scripts: planned visits, each with a form of its own. */
export const FieldPlain = ({ page, wanted, openedAt, ids }: Props) => {
  const { t } = useTranslation('fieldwork');
  const plan = page.planned.find(({ id }) => id === wanted);
  if (plan && page.checklist) return <FieldPlainForm plan={plan} checklist={page.checklist} openedAt={openedAt} ids={ids} />;
  return (
    <Stack>
      <noscript>
        <Notice>{t('plain.intro')}</Notice>
      </noscript>
      <Section title={t('planned.title')}>
        {page.planned.length === 0 && <p className={classes.soft}>{t('planned.none')}</p>}
        <ul className={classes.cards}>
          {page.planned.map((one) => (
            <li key={one.id} className={classes.card}>
              <PlannedFacts plan={one} />
              <LinkButton to={paths.visitField({ visit: one.id })}>{t('plain.record')}</LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </Stack>
  );
};
