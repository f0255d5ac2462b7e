import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMessage } from './messages.ts';
import { driverMessages } from './protocol.ts';

// A program can print anything.

const key = fc.constantFrom(...Object.keys(driverMessages));
const line = fc.oneof(
  fc.string(),
  fc.json(),
  fc.dictionary(key, fc.jsonValue(), { maxKeys: 3 }).map((message) => JSON.stringify(message)),
  fc.record({ id: fc.nat(), response: fc.jsonValue() }).map((message) => JSON.stringify(message)),
);

const hasKey = (text: string): boolean => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && Object.keys(driverMessages).some((each) => each in json);
  } catch {
    return false;
  }
};

test('any line is a message, a fault in one line, or output of the client', () => {
  fc.assert(
    fc.property(line, (text) => {
      const message = parseMessage(text);
      expect(message !== undefined).toBe(hasKey(text));
      expect(message && 'fault' in message ? message.fault : '').not.toContain('\n');
    }),
    { seed: 9110, numRuns: 2_000 },
  );
});
