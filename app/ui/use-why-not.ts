import { useTranslation } from 'react-i18next';
import { ENROLMENT_REFUSALS } from '~/domain/enrolment/judgement';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { useWords } from './use-words';

/** Why somebody else may not enrol, said about her instead of to her. */
export const useWhyNot = (): ((code: RefusalCode, params: RefusalParams) => string) => {
  const { t } = useTranslation('enrolment');
  const words = useWords();
  return (code, params) => {
    const known = ENROLMENT_REFUSALS.find((each) => each === code);
    return known ? t(`nominate.why.${known}`, params) : words(`refusals:${code}`, params);
  };
};
