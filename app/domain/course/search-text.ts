/** Escapes what LIKE would read as a wildcard. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/** Full width, case and spacing do not matter; the search column in db/schema/course is folded the same way. */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const MAX_WORDS = 6;

/** The words of a search, all of which must be found; Chinese is not split, so `急救` is one word. */
export const searchWords = (query: string): string[] => [...new Set(foldForSearch(query).split(' '))].filter(Boolean).slice(0, MAX_WORDS);

/** `%word%` for LIKE, with the word taken literally. */
export const containing = (word: string): string => `%${literal(word)}%`;
export const beginningWith = (text: string): string => `${literal(text)}%`;
