import type { MetaDescriptor } from '@remix-run/react';
import { instanceOf, wordIn } from '~/i18n/instance';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages';
import type { WordKey, WordParams } from '~/i18n/words';

/** What a route's `meta` is called with, as far as a title needs it. */
interface MetaArgs {
  matches: readonly { id: string; data?: unknown }[];
}

const languageOfPage = (matches: MetaArgs['matches']): Language => {
  const root = matches.find((match) => match.id === 'root')?.data;
  const language = typeof root === 'object' && root !== null && 'language' in root ? root.language : undefined;
  return isLanguage(language) ? language : DEFAULT_LANGUAGE;
};

const withProduct = (language: Language, title: string): MetaDescriptor[] => {
  const product = wordIn(instanceOf(language), 'common:product');
  return [{ title: title === product ? title : `${title} - ${product}` }];
};

/** `export const meta: MetaFunction = (args) => titleFrom(args, 'course:catalogue.title');` */
export const titleFrom = (args: MetaArgs, key: WordKey, params?: WordParams): MetaDescriptor[] => {
  const language = languageOfPage(args.matches);
  return withProduct(language, wordIn(instanceOf(language), key, params));
};

/** For a title that is data: the name of a course. */
export const titleOf = (args: MetaArgs, title: string): MetaDescriptor[] => withProduct(languageOfPage(args.matches), title);
