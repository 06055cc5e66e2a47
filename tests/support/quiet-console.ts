import { afterEach, expect } from 'vitest';

// A console.error that no test asked for is a defect that nobody reads: it fails the test.
const complaints: string[] = [];
console.error = (...parts: unknown[]) => {
  complaints.push(parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '));
};

/** Takes what was written to console.error so far, for a test that expects it. */
export const takeComplaints = () => complaints.splice(0);

afterEach(() => {
  expect(takeComplaints(), 'unexpected console.error').toEqual([]);
});
