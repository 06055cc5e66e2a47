import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDays, formatNumber } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton, SubmitButton } from './button';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { TextField } from './fields';
import { Form } from './form';
import classes from './home.module.css';
import { Section } from './page';
import { useLanguage } from './use-words';

export const CountedHow = () => {
  const { t } = useTranslation('home');
  return (
    <Section title={t('counting.title')}>
      <ul className={classes.rules}>
        <li>{t('counting.rule')}</li>
        <li>{t('counting.closed')}</li>
        <li>{t('counting.category')}</li>
      </ul>
      <p>
        <Link to={paths.counting()}>{t('counting.more')}</Link>
      </p>
    </Section>
  );
};

interface NextClass {
  id: string;
  code: string;
  courseTitle: string;
  providerName: string;
  startsOn: string;
  endsOn: string;
  enrolUntilOn: string;
  capacity: number;
  seatsTaken: number;
}

export const NextClasses = ({ classes: rows }: { classes: readonly NextClass[] }) => {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const all = (
    <LinkButton to={paths.courses()} emphasis="second">
      {t('join.all')}
    </LinkButton>
  );
  return (
    <Section title={t('join.title')} intro={rows.length > 0 ? t('join.intro') : undefined} actions={rows.length > 0 ? all : undefined}>
      <DataTable
        caption={t('join.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('join.empty')} action={all}>
            <p>{t('join.emptyText')}</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'class',
            header: t('join.class'),
            rowHeader: true,
            cell: (row) => <Link to={paths.class(row.id)}>{row.courseTitle}</Link>,
          },
          { key: 'provider', header: t('join.provider'), cell: (row) => row.providerName },
          { key: 'dates', header: t('join.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
          { key: 'until', header: t('join.until'), nowrap: true, cell: (row) => row.enrolUntilOn },
          { key: 'seats', header: t('join.seats'), numeric: true, cell: (row) => formatNumber(row.capacity - row.seatsTaken, language) },
        ]}
      />
    </Section>
  );
};

export const CheckCertificate = () => {
  const { t } = useTranslation('home');
  return (
    <Section title={t('verify.title')} intro={t('verify.intro')}>
      <Form method="get" action={paths.verify()}>
        <div className={classes.code}>
          <TextField name="code" label={t('verify.code')} hint={t('verify.hint')} maxLength={40} />
          <SubmitButton>{t('verify.action')}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
};
