import type { CertificateProblem } from '~/domain/certificate/problem';
import type { WordKey } from '~/i18n/words';
import classes from './certificates.module.css';
import { Badge } from './status-badge';
import { useWords } from './use-words';

/** Reasons to look twice, contradictions first, each in a sentence. */
export const CertificateProblems = ({ problems }: { problems: readonly CertificateProblem[] }) => {
  const words = useWords();
  const say = ({ code, params }: CertificateProblem): string => {
    const levels = code === 'certificate_number_level' ? params : {};
    const named = Object.fromEntries(Object.entries(levels).map(([key, level]) => [key, words(`certificate:level.${level}` as WordKey)]));
    return words(`certificate:reason.${code}`, { ...params, ...named });
  };
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => (
        <li key={`${problem.field} ${problem.code}`}>
          <Badge tone={problem.severity === 'error' ? 'bad' : 'wait'}>{words(`certificate:severity.${problem.severity}`)}</Badge>
          <span>{say(problem)}</span>
        </li>
      ))}
    </ul>
  );
};
