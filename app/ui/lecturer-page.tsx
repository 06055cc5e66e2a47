import { useTranslation } from 'react-i18next';
import type { LecturerView } from '~/domain/lecturer/lecturer-view';
import { NOTHING } from '~/i18n/format';
import { DefinitionList } from './definition-list';
import { LecturerActs } from './lecturer-acts';
import { LecturerLoad } from './lecturer-load';
import { NextStep } from './next-step';
import { Notice } from './notice';
import { Page, Section } from './page';
import { StatusBadge } from './status-badge';
import { Timeline } from './timeline';
import { useReviewer } from './use-reviewer';
import { useLanguage } from './use-words';

/** One lecturer: what is said of her, what to do next, what she taught, how she is rated, what happened. */
export const LecturerPage = ({ view, list }: { view: LecturerView; list: string }) => {
  const { t } = useTranslation('lecturer');
  const language = useLanguage();
  const who = useReviewer()(view.lecturer.districtCode);
  const { lecturer, same, history } = view;
  const organisation = lecturer.organisation ?? t('field.commissionOwn');
  return (
    <Page
      title={lecturer.name}
      lead={[t(`kind.${lecturer.kind}`), organisation].join(' · ')}
      status={<StatusBadge kind="lecturer:standing" status={lecturer.standing} />}
      breadcrumbs={[{ label: t('title'), to: list }, { label: lecturer.name }]}
    >
      <NextStep>{useNextSentence(view)}</NextStep>
      {same.length > 0 && (
        <Notice tone="warn" title={t('page.same')}>
          <p>{t('page.sameText')}</p>
          <ul>
            {same.map((row) => (
              <li key={row.id}>
                {t('page.sameItem', {
                  name: row.name,
                  employer: row.employer || NOTHING,
                  organisation: row.organisation ?? t('field.commissionOwn'),
                  status: t(`standing.${row.status}`),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={t('page.facts')}>
        <DefinitionList
          items={[
            [t('field.employer'), lecturer.employer],
            [t('field.fields'), lecturer.fields.map((field) => t(`fields.${field}`)).join(language === 'en' ? ', ' : '、')],
            [t('field.qualification'), lecturer.qualification],
            [t('field.organisation'), organisation],
            [t('field.district'), who],
            [t('field.person'), t(lecturer.isLinked ? 'field.personLinked' : 'field.personNone')],
            [t('field.submittedAt'), lecturer.submittedAt.slice(0, 10)],
            lecturer.approvedFromOn ? [t('field.approvedFrom'), lecturer.approvedFromOn] : null,
            lecturer.approvedUntilOn ? [t('field.approvedUntil'), lecturer.approvedUntilOn] : null,
            lecturer.decisionReason ? [t('field.decision'), lecturer.decisionReason] : null,
          ]}
        />
      </Section>
      <LecturerActs lecturer={lecturer} years={view.years} reviewer={who} />
      <LecturerLoad view={view} />
      {history.length > 0 && (
        <Section title={t('page.history')}>
          <Timeline
            label={t('page.history')}
            items={history.map((entry) => ({
              id: entry.id,
              at: entry.at,
              title: t(`event.${entry.step}`, { date: entry.untilOn ?? '' }),
              by: entry.by,
              detail: entry.reason,
            }))}
          />
        </Section>
      )}
    </Page>
  );
};

/** The sentence that says how she stands, and what is to be done by whom. */
function useNextSentence({ lecturer }: LecturerView): string {
  const { t } = useTranslation('lecturer');
  const who = useReviewer()(lecturer.districtCode);
  const date = lecturer.approvedUntilOn ?? '';
  const { standing } = lecturer;
  if (lecturer.renewalAsked) return lecturer.mayDecide ? t('page.next.decideRenewal', { date }) : t('page.next.renewal', { who, date });
  if (standing === 'submitted') return lecturer.mayDecide ? t('page.next.decide') : t('page.next.submitted', { who });
  return t(`page.next.${standing}`, { date });
}
