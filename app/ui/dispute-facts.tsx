import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { WordKey } from '~/i18n/words';
import { usePunctuation } from './use-punctuation';
import { useWords } from './use-words';

interface Wanted {
  startOn?: string;
  endOn?: string;
  role?: string;
}

/** What she says is right, in one line. */
export const WantedLine = ({ wanted }: { wanted: Wanted }) => {
  const { t } = useTranslation('roster');
  const marks = usePunctuation();
  const words = useWords();
  const parts = [
    wanted.startOn && t('answers.wanted.startOn', { value: wanted.startOn }),
    wanted.endOn && t('answers.wanted.endOn', { value: wanted.endOn }),
    wanted.role && t('answers.wanted.role', { value: words(`person:role.${wanted.role}` as WordKey) }),
  ].filter(Boolean);
  return <>{parts.length === 0 ? t('answers.wanted.nothing') : parts.join(marks.clause)}</>;
};

/** An entry in one line. */
export const EntryLine = ({ entry }: { entry: { role: EngagementRole; startOn: string; endOn: string | null } }) => {
  const { t } = useTranslation(['roster', 'person']);
  const role = t(`person:role.${entry.role}`);
  return (
    <>
      {entry.endOn
        ? t('answers.entryEnded', { role, from: entry.startOn, to: entry.endOn })
        : t('answers.entryIs', { role, from: entry.startOn })}
    </>
  );
};
