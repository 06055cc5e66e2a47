import { expect, test } from 'vitest';
import { addLanguage, wordIn } from '~/i18n/instance';
import { serverInstance, translate } from '~/i18n/translate';
import { hearingWords, namingWords } from '~/web/document-words.server';

const HEAD = '<html><head><title>1</title></head><body></head></body></html>';

test('two documents drawn at the same time each name their own words', async () => {
  const zh = serverInstance('zh-CN');
  const drawing = (name: 'course' | 'goal') =>
    hearingWords(async () => {
      await Promise.resolve();
      zh.reportNamespaces?.addUsedNamespaces([name]);
      wordIn(zh, 'refusals:not_found');
      return name;
    });
  const [first, second] = await Promise.all([drawing('course'), drawing('goal')]);
  expect(first).toEqual({ html: 'course', namespaces: ['common', 'course', 'refusals'] });
  expect(second).toEqual({ html: 'goal', namespaces: ['common', 'goal', 'refusals'] });
  expect(translate('zh-CN', 'refusals:not_found')).not.toContain('refusals');
});

test('the names stand once, at the end of the head', () => {
  expect(namingWords(HEAD, ['common', 'course'], 'en')).toBe(
    HEAD.replace('</title></head>', '</title><meta name="words" content="common course"/></head>'),
  );
});

test('words that are not there yet are asked for once and then said', async () => {
  const asked: string[] = [];
  const browser = addLanguage('en', {}, async (name) => {
    asked.push(name);
    return { catalogue: { title: 'Courses' } };
  });
  const say = () => wordIn(browser, 'course:catalogue.title');
  const waiting = thrownBy(say);
  expect(waiting).toBeInstanceOf(Promise);
  await waiting;
  expect(say()).toBe('Courses');
  expect(asked).toEqual(['course']);
});

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (thrown) {
    return thrown;
  }
};
