import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FileWarning } from '~/domain/organisation/institution';
import type { FactField, FileFacts } from '~/domain/organisation/institution-facts';
import type { FactPeriod } from '~/domain/organisation/institution-period';
import type { FilingStatus, OperatorType, OrganisationStatus } from '~/domain/organisation/organisation';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { type Enterprise, EnterpriseSection } from './enterprise-section';
import type { NamedPerson } from './fact-value';
import { InstitutionActs } from './institution-acts';
import { ChangeDecision, ChangeHistory, type ProposedChange } from './institution-changes';
import { EditFile } from './institution-edit';
import { InstitutionFile } from './institution-file';
import { InstitutionGuidance } from './institution-guidance';
import { Classes, type Neighbour, Remarks } from './institution-remarks';
import { InstitutionTimeline } from './institution-timeline';
import type { VisitOfInstitution } from './institution-visits';
import { NextStep } from './next-step';
import { Notice } from './notice';
import { Page, Section } from './page';
import { StatusBadge } from './status-badge';

interface Props {
  institution: {
    id: string;
    status: OrganisationStatus;
    districtCode: string | null;
    operatorType: OperatorType | null;
    filingStatus: FilingStatus | null;
    filedOn: string | null;
  };
  facts: FileFacts;
  capacity: number;
  /** Moment of the file that is shown. */
  seen: string | null;
  closedOn: string | null;
  periods: readonly FactPeriod[];
  changes: readonly ProposedChange[];
  principals: readonly NamedPerson[];
  caregivers: { onPost: number; advised: number };
  warnings: readonly FileWarning[];
  missing: readonly FactField[];
  sites: readonly Neighbour[];
  mergedFrom: readonly Neighbour[];
  mergedInto: Neighbour | null;
  targets: readonly NamedPerson[];
  visits: readonly VisitOfInstitution[];
  enterprises: readonly Enterprise[];
  today: string;
  licensing: boolean;
}

/** The file of one institution for its district: what waits, what it says, what was when, and what can be done. */
export const InstitutionPage = (props: Props) => {
  const { institution, facts, periods, changes, principals, closedOn, mergedInto, licensing } = props;
  const { t } = useTranslation('institution');
  const { filingStatus } = institution;
  const waiting = changes.find(({ status }) => status === 'submitted');
  const decided = changes.filter(({ status }) => status !== 'submitted');
  return (
    <Page
      title={facts.name}
      status={filingStatus && <StatusBadge kind="organisation:filingStatus" status={filingStatus} />}
      breadcrumbs={[{ label: t('list.title'), to: paths.commissionInstitutions() }, { label: facts.name }]}
      actions={
        <LinkButton to={paths.organisation(institution.id)} emphasis="second">
          {t('page.accounts')}
        </LinkButton>
      }
    >
      {waiting && (
        <NextStep to="#changes" action={t('page.toChange')}>
          {t('page.due', { date: waiting.decisionDueOn })}
        </NextStep>
      )}
      {closedOn && (
        <Notice tone="warn">
          {mergedInto ? (
            <>
              {t('page.mergedInto', { date: closedOn })} <Link to={paths.commissionInstitution(mergedInto.id)}>{mergedInto.name}</Link>
            </>
          ) : (
            t('page.closed', { date: closedOn })
          )}
        </Notice>
      )}
      <Remarks {...props} />
      {waiting && (
        <Section title={t('page.changes')} id="changes">
          <ChangeDecision change={waiting} people={principals} />
        </Section>
      )}
      <Section title={t('page.file')}>
        <InstitutionFile {...institution} facts={facts} people={principals} />
        <EditFile facts={facts} people={principals} seen={props.seen} />
      </Section>
      <Classes {...props} groups={facts.classes} />
      <Section title={t('page.timeline')} intro={t('page.timelineText')}>
        <InstitutionTimeline label={t('page.timeline')} periods={periods} mayCorrect licensing={licensing} />
      </Section>
      <InstitutionGuidance
        institutionId={institution.id}
        visits={props.visits}
        mayPlan={closedOn === null && institution.status === 'approved'}
      />
      <EnterpriseSection entries={props.enterprises} today={props.today} />
      {!mergedInto && (
        <Section title={t('page.acts')} intro={t('page.actsText')}>
          <InstitutionActs
            key={JSON.stringify([periods, props.seen])}
            {...institution}
            {...facts}
            {...{ licensing, today: props.today, targets: props.targets, isClosed: closedOn !== null }}
            filingStatus={filingStatus ?? 'not_filed'}
          />
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('page.earlierChanges')}>
          <ChangeHistory changes={decided} people={principals} />
        </Section>
      )}
    </Page>
  );
};
