import type { z } from 'zod';
import type { RefusalCode } from '~/domain/shared/refusals';
import words from '~/i18n/zh-CN/refusals';
import type { Sentence } from './problem';

const isCode = (message: string): message is RefusalCode => Object.hasOwn(words, message);

const FORMATS: Partial<Record<string, RefusalCode>> = { date: 'field_date', time: 'field_time' };

type Issue = z.core.$ZodIssue;

const empty = (issue: Issue): boolean => issue.input === undefined || issue.input === null || issue.input === '';

const sized = (issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Sentence => {
  const counted = issue.origin === 'string' ? 'text' : issue.origin === 'array' || issue.origin === 'set' ? 'list' : 'number';
  if (issue.code === 'too_big') {
    const code = { text: 'field_too_long', list: 'field_too_many', number: 'field_too_large' } as const;
    return { code: code[counted], params: { max: Number(issue.maximum) } };
  }
  if (counted === 'text' && Number(issue.minimum) <= 1) return { code: 'field_required' };
  const code = { text: 'field_too_short', list: 'field_too_few', number: 'field_too_small' } as const;
  return { code: code[counted], params: { min: Number(issue.minimum) } };
};

/**
 * The sentence for a finding of a schema. A schema that knows better gives a refusal code as its
 * message: `z.string().refine(isPhone, 'phone_invalid')`.
 */
export const sentenceOf = (issue: Issue): Sentence => {
  // An empty list of boxes arrives as nothing at all: its schema knows what to say of it.
  const emptyList = issue.code === 'invalid_type' && issue.expected === 'array' && isCode(issue.message);
  if (issue.code !== 'too_small' && !emptyList && empty(issue)) return { code: 'field_required' };
  if (isCode(issue.message)) {
    return { code: issue.message, params: issue.code === 'custom' ? (issue.params as Sentence['params']) : undefined };
  }
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return sized(issue);
    case 'invalid_type':
      if (issue.expected === 'int') return { code: 'field_whole_number' };
      return { code: issue.expected === 'number' ? 'field_number' : 'field_format' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'field_choice' };
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'field_format' };
    default:
      return { code: 'field_format' };
  }
};
