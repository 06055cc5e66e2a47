import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getOwnPostTrainings } from '~/domain/completion/post-training-queries.server';
import { getRecord } from '~/domain/completion/record.server';
import { getMyStanding } from '~/domain/rate/my-standing.server';
import { beijingDate } from '~/domain/shared/period';
import { listMyPlacements } from '~/domain/talent/placement/page-queries.server';
import { formatDateTime, formatHours } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState } from '~/ui/empty-state';
import { MyPlacements } from '~/ui/my-placements';
import { MyStanding } from '~/ui/my-standing';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { PostTraining } from '~/ui/post-training';
import { titleFrom } from '~/ui/title';
import { TrainingRecord } from '~/ui/training-record';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:record.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const [record, programmes, standing, placements] = await Promise.all([
      getRecord(actor, now()),
      getOwnPostTrainings(actor, now()),
      getMyStanding(actor, beijingDate(now())),
      listMyPlacements(actor, now()),
    ]);
    return { ...record, programmes, standing, placements };
  });

type Record = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TrainingRecords() {
  const { trainings, totals, next, programmes, standing, placements } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['completion', 'placement']);
  const language = useLanguage();
  return (
    <Page title={t('record.title')} actions={trainings.length > 0 && <PrintButton />}>
      <WhatNext next={next} />
      <MyStanding standing={standing} />
      {trainings.length === 0 ? (
        <EmptyState title={t('record.empty')} action={<LinkButton to={paths.courses()}>{t('record.find')}</LinkButton>}>
          {t('record.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <Section>
            <DefinitionList
              items={[
                [t('record.certificates'), `${totals.certificates} ${t('record.unit')}`],
                [t('record.credited'), formatHours(totals.theory + totals.practice, language)],
                [t('record.theory'), formatHours(totals.theory, language)],
                [t('record.practice'), formatHours(totals.practice, language)],
              ]}
            />
          </Section>
          {programmes.map((programme) => (
            <PostTraining
              key={programme.category}
              programme={programme}
              underway={trainings
                .filter(({ category, status }) => category === programme.category && (status === 'attending' || status === 'approved'))
                .map(({ title }) => title)}
            />
          ))}
          {trainings.map((training) => (
            <TrainingRecord key={training.enrolmentId} training={training} />
          ))}
        </>
      )}
      {placements.length > 0 && (
        <Section title={t('placement:mine.record')}>
          <MyPlacements rows={placements} />
        </Section>
      )}
    </Page>
  );
}

const WhatNext = ({ next }: { next: Record['next'] }) => {
  const { t } = useTranslation('completion');
  switch (next.kind) {
    case 'lesson':
      return (
        <NextStep to={paths.myEnrolment(next.enrolmentId)} action={t('record.openEnrolment')}>
          {t('record.nextLesson', { at: formatDateTime(next.at), title: next.title, lesson: next.lesson })}
        </NextStep>
      );
    case 'result':
      return <NextStep>{t('record.nextResult', { title: next.title })}</NextStep>;
    case 'retest':
      return <NextStep>{t('record.nextRetest', { title: next.title, provider: next.provider })}</NextStep>;
    case 'print':
      return (
        <NextStep to={paths.certificate(next.number)} action={t('record.printNow')}>
          {t('record.nextPrint', { title: next.title })}
        </NextStep>
      );
    case 'claim':
      return <NextStep>{t('record.nextClaim')}</NextStep>;
    case 'find':
      return (
        <NextStep to={paths.courses()} action={t('record.find')}>
          {t('record.nextFind')}
        </NextStep>
      );
  }
};
