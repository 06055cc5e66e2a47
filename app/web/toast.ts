import type { WordKey, WordParams } from '~/i18n/words';

export interface Toast {
  key: WordKey;
  params: WordParams;
}
