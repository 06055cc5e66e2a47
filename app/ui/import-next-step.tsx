import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '~/domain/excel/import-view';
import type { RefusalCode } from '~/domain/shared/refusals';
import { paths } from '~/web/paths';
import { LinkButton, SubmitButton } from './button';
import { Form } from './form';
import { NextStep } from './next-step';
import { Notice } from './notice';
import { Section } from './page';
import { ProgressBar } from './progress-bar';
import { useWords } from './use-words';

const EVERY_MS = 2_000;
const UNDER_WAY: readonly ImportView['status'][] = ['uploaded', 'checking', 'committing', 'undoing'];

/** While the worker works the page asks again by itself; without JavaScript there is a link. */
function useProgress(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== 'idle') return;
    const timer = setTimeout(revalidate, EVERY_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, revalidate, state]);
}

/** What is going on with a file, and what its uploader does next. */
export function ImportNextStep({ found }: { found: ImportView }) {
  const isUnderWay = UNDER_WAY.includes(found.status);
  useProgress(isUnderWay);
  return isUnderWay ? <UnderWay found={found} /> : <Settled found={found} />;
}

function UnderWay({ found: { id, status, progress } }: { found: ImportView }) {
  const { t } = useTranslation('import');
  const sentence = {
    uploaded: t('show.waiting'),
    checking: t('show.checking', { rows: progress.done }),
    committing: t('show.writing', progress),
    undoing: t('show.undoing'),
  }[status as 'uploaded' | 'checking' | 'committing' | 'undoing'];
  return (
    <Section plain>
      <p role="status">{sentence}</p>
      {status === 'committing' && <ProgressBar done={progress.done} of={progress.total} label={t('status.committing')} />}
      <p>
        <LinkButton to={paths.import(id)} emphasis="second" small>
          {t('show.refresh')}
        </LinkButton>
      </p>
    </Section>
  );
}

function Settled({ found: { id, kind, status, counts, problem } }: { found: ImportView }) {
  const { t } = useTranslation('import');
  const words = useWords();
  const good = (counts.new ?? 0) + (counts.changed ?? 0);
  const bad = (counts.conflict ?? 0) + (counts.error ?? 0);
  const again = { to: paths.newImport({ kind }), action: t('show.next.again') };
  switch (status) {
    case 'unreadable':
      return (
        <>
          {problem && <Notice tone="bad">{words(`refusals:${problem.code as RefusalCode}`, problem.params)}</Notice>}
          <NextStep {...again}>{t('show.next.unreadable')}</NextStep>
        </>
      );
    case 'checked':
      if (good === 0) return <NextStep {...again}>{bad === 0 ? t('show.next.allSame') : t('show.next.mend', { count: bad })}</NextStep>;
      return (
        <NextStep
          control={
            <Form name="commit" action={paths.import(id)}>
              <SubmitButton intent="commit">{t('act.commit', { count: good })}</SubmitButton>
            </Form>
          }
        >
          {bad === 0 ? t('show.next.commit', { count: good }) : t('show.next.commitSome', { good, bad })}
        </NextStep>
      );
    case 'undone':
      return <NextStep {...again}>{t('show.next.undone')}</NextStep>;
    case 'discarded':
      return <NextStep {...again}>{t('show.next.discarded')}</NextStep>;
    default:
      if (bad > 0) return <NextStep {...again}>{t('show.next.doneSome', { good, bad })}</NextStep>;
      return <NextStep>{t('show.next.done', { count: good })}</NextStep>;
  }
}
