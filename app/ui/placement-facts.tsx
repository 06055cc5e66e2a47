import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { PlacementKind } from '~/domain/talent/placement';
import type { PlacementWarning } from '~/domain/talent/placement/warnings';
import { DefinitionList } from './definition-list';
import { Notice } from './notice';
import { usePunctuation } from './use-punctuation';

interface PlacementTerms {
  name: string;
  studentNo: string;
  className: string;
  major: string;
  college: string;
  institution: string;
  kind: PlacementKind;
  role: EngagementRole;
  fromOn: string;
  untilOn: string;
  endedOn: string | null;
  hoursPerDay: number | null;
  agreementNo: string;
  agreementSignedOn: string | null;
  guardianConsent: boolean;
  isMinor: boolean;
  insuranceNo: string;
  insuredUntilOn: string | null;
  collegeMentor: string;
  institutionMentor: string;
}

/** What was agreed: who, where, when, with which papers. */
export const PlacementFacts = ({ terms }: { terms: PlacementTerms }) => {
  const { t } = useTranslation(['placement', 'person']);
  const marks = usePunctuation();
  const { fromOn: from, untilOn: until, endedOn: ended, insuranceNo: number, insuredUntilOn: date } = terms;
  const insured = number !== '' && date !== null ? t('field.insuredUntil', { number, date }) : number;
  return (
    <DefinitionList
      items={[
        [t('field.student'), terms.name + marks.aside(terms.studentNo)],
        [t('field.major'), [terms.major, terms.className].filter(Boolean).join(' · ')],
        [t('field.college'), terms.college],
        [t('field.institution'), terms.institution],
        [t('field.kind'), t(`kind.${terms.kind}`)],
        [t('field.role'), t(`person:role.${terms.role}`)],
        [t('field.days'), ended !== null ? t('field.endedEarly', { from, until, ended }) : t('field.span', { from, until })],
        [t('field.hoursPerDay'), terms.hoursPerDay],
        [t('field.collegeMentor'), terms.collegeMentor],
        [t('field.institutionMentor'), terms.institutionMentor],
        [t('field.agreementNo'), terms.agreementNo],
        [t('field.agreementSignedOn'), terms.agreementSignedOn],
        terms.isMinor || terms.guardianConsent
          ? [t('field.guardianConsent'), terms.guardianConsent ? t('field.consentYes') : t('field.consentNo')]
          : null,
        [t('field.insurance'), insured === '' ? t('field.none') : insured],
      ]}
    />
  );
};

interface Shares {
  limits: { ofStaff: number; ofPost: number };
  over: {
    total: { day: string; total: { interns: number; staff: number } } | null;
    post: { day: string; posts: { role: EngagementRole; interns: number; staff: number }[] } | null;
  };
}

/** What deserves a look about it, each with what to do. Nothing is blocked by these. */
export const PlacementNotes = ({
  warnings,
  months,
  role,
  shares,
}: {
  warnings: readonly PlacementWarning[];
  months: number;
  role: EngagementRole;
  shares: Shares | null;
}) => {
  const { t } = useTranslation(['placement', 'person']);
  const total = shares?.over.total;
  const post = shares?.over.post;
  const own = post?.posts.find((each) => each.role === role);
  if (warnings.length === 0 && !total && !own) return null;
  return (
    <Notice tone="warn" title={t('page.warnings')}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{t(`warningText.${warning}`, { months })}</li>
        ))}
        {shares && total && <li>{t('share.overTotal', { date: total.day, ...total.total, limit: shares.limits.ofStaff })}</li>}
        {shares && post && own && (
          <li>{t('share.overPost', { date: post.day, ...own, role: t(`person:role.${role}`), limit: shares.limits.ofPost })}</li>
        )}
      </ul>
      <p>{t('page.warningsIntro')}</p>
    </Notice>
  );
};
