/** What a phone is told of something that it sent by itself. */
export type PhoneAnswer = { state: 'kept' } | { state: 'refused'; sentence: string; separable: boolean };
