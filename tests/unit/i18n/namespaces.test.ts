import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import en from '~/i18n/en';
import { LANGUAGES } from '~/i18n/languages';
import zh from '~/i18n/zh-CN';

const WORDS = { 'zh-CN': zh, en };

// A browser finds words by the name of their file.
describe.each(LANGUAGES)('the words of %s', (language) => {
  test('every file is a namespace of the same name, and the other way round', () => {
    const files = readdirSync(new URL(`../../../app/i18n/${language}`, import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect(files.filter((file) => file !== 'index').sort()).toEqual(Object.keys(WORDS[language]).sort());
  });

  test.each(Object.keys(WORDS[language]))('%s holds what its file exports', async (name) => {
    const file = await import(`../../../app/i18n/${language}/${name}.ts`);
    expect(WORDS[language][name as keyof typeof zh]).toBe(file.default);
  });
});
