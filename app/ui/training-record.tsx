import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Ledger } from '~/domain/attendance/attendance';
import type { CompletionStatus } from '~/domain/completion/completion';
import type { EnrolmentStatus } from '~/domain/enrolment/enrolment';
import { formatDays, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { DefinitionList } from './definition-list';
import { Notice } from './notice';
import { Row, Section } from './page';
import { StatusBadge } from './status-badge';
import classes from './teaching.module.css';
import { useLanguage } from './use-words';

export interface Training {
  enrolmentId: string;
  title: string;
  code: string;
  provider: string;
  startsOn: string;
  endsOn: string;
  status: EnrolmentStatus;
  ledger: Ledger;
  percent: number | null;
  certificate: {
    number: string;
    publicCode: string;
    issuedOn: string;
    completedOn: string;
    status: CompletionStatus;
    revokedReason: string | null;
  } | null;
}

/** One training of a lifelong record: its minutes, its result, its certificate. */
export const TrainingRecord = ({ training }: { training: Training }) => {
  const { t } = useTranslation(['completion', 'attendance']);
  const language = useLanguage();
  const { certificate } = training;
  return (
    <Section
      title={
        <>
          {training.title} <small>{training.code}</small> <StatusBadge kind="enrolment:status" status={training.status} />
        </>
      }
      actions={
        <LinkButton to={paths.myEnrolment(training.enrolmentId)} emphasis="quiet" small>
          {t('record.openEnrolment')}
        </LinkButton>
      }
    >
      <DefinitionList
        items={[
          [t('record.provider'), training.provider],
          [t('record.dates'), formatDays(training.startsOn, training.endsOn, language)],
          certificate && [t('verify.completedOn'), certificate.completedOn],
          certificate && [t('number'), certificate.number],
          certificate && [t('issuedOn'), certificate.issuedOn],
        ]}
      />
      <h3 className={classes.ledger}>{t('record.ledger')}</h3>
      <Minutes book={training.ledger} percent={training.percent} />
      {certificate && certificate.status !== 'valid' && (
        <Notice tone="bad" title={t(`paper.${certificate.status}`)}>
          {certificate.revokedReason && t('record.revokedReason', { reason: certificate.revokedReason })}
        </Notice>
      )}
      {certificate && (
        <Row>
          <LinkButton to={paths.certificate(certificate.number)} emphasis={certificate.status === 'valid' ? 'main' : 'second'}>
            {t('record.print')}
          </LinkButton>
          <Link to={paths.verifyCode(certificate.publicCode)}>{t('record.check')}</Link>
        </Row>
      )}
    </Section>
  );
};

/** Minutes of theory and practice, credited of scheduled. */
const Minutes = ({ book, percent }: { book: Ledger; percent: number | null }) => {
  const { t } = useTranslation(['attendance', 'class', 'completion']);
  const pair = (credited: number, scheduled: number) => t('ofMinutes', { credited, scheduled });
  return (
    <DefinitionList
      items={[
        [t('class:lessonKind.theory'), pair(book.theoryCredited, book.theoryScheduled)],
        [t('class:lessonKind.practice'), pair(book.practiceCredited, book.practiceScheduled)],
        [t('completion:record.total'), pair(book.theoryCredited + book.practiceCredited, book.theoryScheduled + book.practiceScheduled)],
        [t('rate'), percent === null ? NOTHING : `${percent.toFixed(1)}%`],
      ]}
    />
  );
};
