import type { Language } from '~/i18n/languages';
import type { WordKey, WordParams } from '~/i18n/words';
import { ROW_PROBLEMS, type RowProblem } from './row-problem';

type Say = (language: Language, key: WordKey, params?: WordParams) => string;

/** Problems as they are kept: codes of an older version of the product may be among them. */
export interface StoredProblem {
  column: string;
  code: string;
  params?: Record<string, string | number>;
}

export const problemKey = (code: string): WordKey => {
  const known = ROW_PROBLEMS.find((each) => each === code) ?? ('failed_to_write' satisfies RowProblem['code']);
  return `import:problem.${known}`;
};

/** One sentence per problem: which column, what is wrong, how to mend it. */
export function problemLines(
  say: Say,
  language: Language,
  problems: readonly StoredProblem[],
  labels: Readonly<Record<string, string>>,
): string[] {
  return problems.map(({ column, code, params }) => {
    const problem = say(language, problemKey(code), params);
    const label = labels[column];
    return label === undefined ? problem : say(language, 'import:column.line', { column: label, problem });
  });
}
