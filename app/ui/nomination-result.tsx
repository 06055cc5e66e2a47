import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { NextClass } from '~/domain/enrolment/fitting';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { paths } from '~/web/paths';
import { Notice } from './notice';
import { useWhyNot } from './use-why-not';

interface Result {
  personId: string;
  name: string;
  place: { queuePlace: number | null; isNew: boolean } | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
  next: NextClass | null;
}

/** Each nominated person by name: taken, waiting, or refused with the reason and another class. */
export const NominationResult = ({ results }: { results: readonly Result[] }) => {
  const { t } = useTranslation('enrolment');
  const whyNot = useWhyNot();
  const said = ({ place, refusal }: Result): string => {
    if (refusal) return whyNot(refusal.code, refusal.params);
    if (!place?.isNew) return t('nominate.already');
    return place.queuePlace === null ? t('nominate.seated') : t('nominate.queued', { place: place.queuePlace });
  };
  return (
    <Notice tone={results.every((result) => result.refusal === null) ? 'good' : 'warn'} title={t('nominate.result')}>
      <ul>
        {results.map((result) => (
          <li key={result.personId}>
            {result.name}: {said(result)}{' '}
            {result.next && (
              <Link to={paths.nominate({ class: result.next.id })}>
                {t('nominate.nextClass', { course: result.next.courseTitle, code: result.next.code, date: result.next.startsOn })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
