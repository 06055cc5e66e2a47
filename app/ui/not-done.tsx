import { useTranslation } from 'react-i18next';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { Notice } from './notice';
import { useWords } from './use-words';

interface NotDoneProps {
  people: readonly { id: string; name: string; code: RefusalCode; params: RefusalParams }[];
}

/** Those of several people for whom a decision could not be made, each with the reason. */
export const NotDone = ({ people }: NotDoneProps) => {
  const { t } = useTranslation('class');
  const words = useWords();
  if (people.length === 0) return null;
  return (
    <Notice tone="warn" title={t('manage.notDone')}>
      <ul>
        {people.map((each) => (
          <li key={each.id}>
            {each.name}: {words(`refusals:${each.code}`, each.params)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
