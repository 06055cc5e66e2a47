import { useTranslation } from 'react-i18next';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { Notice } from './notice';
import { usePunctuation } from './use-punctuation';
import { useWords } from './use-words';

interface Answer {
  studentId: string;
  name: string;
  placementId: string | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
}

/** Each student by name: proposed, or refused with the reason. */
export const ProposalAnswers = ({ answers }: { answers: readonly Answer[] }) => {
  const { t } = useTranslation('placement');
  const marks = usePunctuation();
  const words = useWords();
  return (
    <Notice tone={answers.every((answer) => answer.refusal === null) ? 'good' : 'warn'} title={t('new.answers')}>
      <ul>
        {answers.map(({ studentId, name, refusal }) => (
          <li key={studentId}>
            {name}
            {marks.colon}
            {refusal ? words(`refusals:${refusal.code}`, refusal.params) : t('new.done')}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
