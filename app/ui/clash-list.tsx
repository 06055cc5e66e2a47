import { useTranslation } from 'react-i18next';
import type { ClashLine } from '~/domain/training-class/clashes';
import { formatSpan } from '~/i18n/format';
import { Notice } from './notice';
import { useLanguage } from './use-words';

/** Lessons that need the same lecturer or place at the same time. Shown, not forbidden: the provider may know better. */
export const ClashList = ({ clashes }: { clashes: readonly ClashLine[] }) => {
  const { t } = useTranslation('class');
  const language = useLanguage();
  if (clashes.length === 0) return <Notice tone="good">{t('lesson.noClash')}</Notice>;
  return (
    <Notice tone="warn" title={t('lesson.clashes')}>
      <p>{t('lesson.clashText')}</p>
      <ul>
        {clashes.map(({ id, kind, name, ours, theirs, at, until, classCode }) => (
          <li key={id}>
            {t(kind === 'lecturer' ? 'lesson.lecturerClash' : 'lesson.placeClash', {
              name,
              ours,
              theirs,
              where: classCode === null ? t('lesson.sameClass') : t('lesson.otherClass', { code: classCode }),
              time: formatSpan(at, until, language),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
