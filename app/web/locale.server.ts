import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages';

const LANGUAGE_COOKIE = 'lng';
const TYPE_COOKIE = 'type';

export interface Preferences {
  language: Language;
  largeType: boolean;
}

/** One cookie of a request, undecoded; undefined when it was not sent. */
export const cookieOf = (request: Request, name: string): string | undefined =>
  request.headers
    .get('Cookie')
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Only the person's own choice counts: the browser's language would surprise a shared computer. */
export const languageOf = (request: Request): Language => {
  const chosen = cookieOf(request, LANGUAGE_COOKIE);
  return isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE;
};

export const preferencesOf = (request: Request): Preferences => ({
  language: languageOf(request),
  largeType: cookieOf(request, TYPE_COOKIE) === 'large',
});

export const preferenceCookies = ({ language, largeType }: Preferences, secure: boolean): [string, string] => {
  const rest = `Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  return [`${LANGUAGE_COOKIE}=${language}; ${rest}`, `${TYPE_COOKIE}=${largeType ? 'large' : 'normal'}; ${rest}`];
};
