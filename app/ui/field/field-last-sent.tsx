import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import { Section } from '../page';
import classes from './field.module.css';
import type { FieldVisit } from './field-visit';

/** The last few that arrived, each with its page on the platform. */
export const FieldLastSent = ({ visits }: { visits: readonly FieldVisit[] }) => {
  const { t } = useTranslation('fieldwork');
  const sent = visits.filter(({ state }) => state === 'sent').sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''));
  if (sent.length === 0) return null;
  return (
    <Section title={t('last.title')}>
      <ul className={classes.found}>
        {sent.map(({ id, institutionName, visitedOn, sentAt }) => (
          <li key={id}>
            <span>
              <Link to={paths.visit(id)}>{institutionName}</Link>
              <small className="numeric">{t('last.at', { day: visitedOn, at: sentAt === null ? '' : formatDateTime(sentAt) })}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
