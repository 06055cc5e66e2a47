import type { Dictionary } from './words';

export const DEFAULT_NAMESPACE = 'common';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: typeof DEFAULT_NAMESPACE;
    resources: Dictionary;
    returnNull: false;
  }
}
