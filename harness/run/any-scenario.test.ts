import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardChecks } from '../../suites/builders/standard-checks.ts';
import type { Response } from '../../suites/vocabulary/answer.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import { type Scenario, scenarioSchema } from '../../suites/vocabulary/scenario.ts';
import { verdicts } from '../../suites/vocabulary/verdict.ts';
import { clientOf, contextFor } from '../fixtures/clients.ts';
import { runScenario } from './run-scenario.ts';

// Scenarios that nobody wrote, from the vocabulary of those that somebody wrote.

const origin = fc.constantFrom('home', 'home-8080', 'home-tls', 'dual', 'dual-tls', 'sub', 'other', 'other-tls', 'ipv4', 'ipv6');
const place = fc
  .tuple(origin, fc.constantFrom('/start', '/target', '/a/b', '/c?d=e'))
  .map(([at, path]) => `{${at}}${path}` as Place);
/** Braces would be placeholders, and a server cannot send a field with a line break in it. */
const text = fc.string({ unit: fc.constantFrom(...'aZ09 /?#%&=:;,.\'!~*()[]@+-_|\\^"<>'.split('')) });
const name = fc.stringMatching(/^X-[A-Za-z0-9-]{1,12}$/);
const fields = fc.array(
  fc.tuple(
    name,
    text.map((value) => value.trim()),
  ),
  { maxLength: 3 },
);

const response: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ status: fc.constantFrom(200, 204, 404, 503), headers: fields, body: text }, { requiredKeys: ['status'] }),
  fc.record(
    {
      status: fc.constantFrom(300, 301, 302, 303, 304, 305, 306, 307, 308, 399),
      location: place,
      headers: fields,
      body: text,
      framing: fc.constantFrom('length', 'chunked', 'close'),
    },
    { requiredKeys: ['status'] },
  ),
  fc.record({
    status: fc.constantFrom(301, 302, 307),
    headers: text.map((reference) => [['Location', reference.trim()] as const]),
  }),
);

const call: fc.Arbitrary<Call> = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
    url: place,
    headers: fields,
  },
  { requiredKeys: ['method', 'url'] },
);

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    id: fc.nat().map((number) => `any/${number}`),
    title: text,
    routes: fc.dictionary(place, response, { minKeys: 1, maxKeys: 4 }),
    calls: fc.array(call, { minLength: 1, maxLength: 2 }),
  })
  .map((parts) => ({ ...parts, checks: standardChecks(parts) }));

test('any scenario is the same after it was written and read', () => {
  fc.assert(
    fc.property(scenario, (each) => {
      expect(scenarioSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }),
    { seed: 9110 },
  );
});

test('any scenario runs, and every check of it has a verdict', async () => {
  using client = clientOf('../reference/driver.ts', 'fetch');
  await fc.assert(
    fc.asyncProperty(scenario, async (each) => {
      const { observation, checks, fault } = await runScenario(each, contextFor(client));
      expect(fault).toBeUndefined();
      expect(observation?.outcomes.map(({ kind }) => kind)).toEqual(
        each.calls.map(() => expect.stringMatching(/response|error/)),
      );
      expect(Object.keys(checks)).toHaveLength(each.checks.length);
      for (const { verdicts: judged } of Object.values(checks))
        for (const verdict of Object.values(judged)) expect(verdicts.filter((known) => known !== 'error')).toContain(verdict);
    }),
    { seed: 9110, numRuns: 150 },
  );
});
