import { afterAll, describe, expect, test } from 'vitest';
import { s3ErrorBodiesSuite } from '../../suites/s3-error-bodies/index.ts';
import type { Response, Route } from '../../suites/vocabulary/answer.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import { originNamed, type Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { hostOf } from '../concrete/names.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { adapter, contextFor } from '../fixtures/clients.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';
import sdk from './aws-sdk-s3.ts';

// The answers of the suite are right if the real SDK understands them as it understands those of Amazon.

const plain = adapter('../clients/aws-sdk-s3.ts');
const correcting = adapter('../clients/aws-sdk-s3-region-redirects.ts');
afterAll(() => {
  plain.discard();
  correcting.discard();
});

const operations = s3ErrorBodiesSuite.scenarios.filter(({ id }) => id.includes('/operation-'));

function scenarioOf(name: string): Scenario {
  const found = operations.find(({ id }) => id === `s3-error-bodies/operation-${name}`);
  if (!found) throw new Error(`there is no scenario ${name}`);
  return found;
}

async function observed(scenario: Scenario, client: ClientUnderTest): Promise<Observation> {
  const { observation } = await runScenario(scenario, contextFor(client));
  if (!observation) throw new Error(`${scenario.id} was not run`);
  return observation;
}

/** For which region each request was signed. A request at the endpoint of another region is marked. */
function regionsIn({ requests }: Observation): readonly string[] {
  return requests.map(({ origin, headers }) => {
    const { domain = '' } = originNamed(origin);
    const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    const region = /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/today\/([^/]+)\/s3\//.exec(authorization ?? '')?.[1] ?? 'none';
    return domain === `.s3.${region}.amazonaws.com` ? region : `${region} at ${domain}`;
  });
}

/** What the caller gets of each call, after requests for which regions: `us-east-1: PermanentRedirect`. */
function summary(observation: Observation): string {
  const results = observation.outcomes.map((outcome) => {
    if (outcome.kind === 'response') return `${outcome.status}`;
    return outcome.kind === 'error' ? outcome.error.name : outcome.kind;
  });
  return `${regionsIn(observation).join(', ')}: ${results.join(', ')}`;
}

const wrong = 'us-east-1';
const corrected = 'us-east-1, eu-central-1';

const table: Readonly<Record<string, readonly [plain: string, correcting: string]>> = {
  // A Location is never followed, also not with the option; and a response to HEAD has no name.
  'temporary-get': [`${wrong}: TemporaryRedirect`, `${wrong}: TemporaryRedirect`],
  'temporary-head': [`${wrong}: Unknown`, `${wrong}: Unknown`],
  'temporary-put': [`${wrong}: TemporaryRedirect`, `${wrong}: TemporaryRedirect`],
  'temporary-large-put': [`${wrong}: TemporaryRedirect`, `${wrong}: TemporaryRedirect`],
  'temporary-delete': [`${wrong}: TemporaryRedirect`, `${wrong}: TemporaryRedirect`],
  'temporary-head-bucket': [`${wrong}: Unknown`, `${wrong}: Unknown`],
  'temporary-twice': [
    `${wrong}, ${wrong}: TemporaryRedirect, TemporaryRedirect`,
    `${wrong}, ${wrong}: TemporaryRedirect, TemporaryRedirect`,
  ],
  'permanent-get': [`${wrong}: PermanentRedirect`, `${corrected}: 200`],
  'permanent-head': [`${wrong}: Unknown`, `${corrected}: 200`],
  'permanent-put': [`${wrong}: PermanentRedirect`, `${corrected}: 200`],
  'permanent-large-put': [`${wrong}: PermanentRedirect`, `${corrected}: 200`],
  'permanent-delete': [`${wrong}: PermanentRedirect`, `${corrected}: 204`],
  'permanent-head-bucket': [`${wrong}: Unknown`, `${corrected}: 200`],
  // The second call begins in the wrong region again.
  'permanent-twice': [`${wrong}, ${wrong}: PermanentRedirect, PermanentRedirect`, `${corrected}, ${corrected}: 200, 200`],
  // Of the errors of status 400, the option handles one by its name; and each, if the operation is HeadBucket.
  'wrong-region-get': [`${wrong}: AuthorizationHeaderMalformed`, `${wrong}: AuthorizationHeaderMalformed`],
  'wrong-region-head': [`${wrong}: Unknown`, `${wrong}: Unknown`],
  'wrong-region-put': [`${wrong}: AuthorizationHeaderMalformed`, `${wrong}: AuthorizationHeaderMalformed`],
  'wrong-region-large-put': [`${wrong}: AuthorizationHeaderMalformed`, `${wrong}: AuthorizationHeaderMalformed`],
  'wrong-region-delete': [`${wrong}: AuthorizationHeaderMalformed`, `${wrong}: AuthorizationHeaderMalformed`],
  'wrong-region-head-bucket': [`${wrong}: Unknown`, `${corrected}: 200`],
  'location-constraint-get': [`${wrong}: IllegalLocationConstraintException`, `${corrected}: 200`],
  'location-constraint-head': [`${wrong}: Unknown`, `${wrong}: Unknown`],
  'location-constraint-put': [`${wrong}: IllegalLocationConstraintException`, `${corrected}: 200`],
  'location-constraint-large-put': [`${wrong}: IllegalLocationConstraintException`, `${corrected}: 200`],
  'location-constraint-delete': [`${wrong}: IllegalLocationConstraintException`, `${corrected}: 204`],
  'location-constraint-head-bucket': [`${wrong}: Unknown`, `${corrected}: 200`],
};

test('the table has every operation with every answer', () => {
  expect(new Set(Object.keys(table))).toEqual(new Set(operations.map(({ id }) => id.split('/operation-')[1])));
});

describe.for(Object.entries(table))('the SDK understands %s', ([name, [alone, withOption]]) => {
  test('as it is', async () => {
    expect(summary(await observed(scenarioOf(name), plain))).toBe(alone);
  });

  test('with followRegionRedirects', async () => {
    expect(summary(await observed(scenarioOf(name), correcting))).toBe(withOption);
  });
});

test('the body of a large PutObject is sent only to the endpoint that asks for it with a 100', async () => {
  const { requests } = await observed(scenarioOf('permanent-large-put'), correcting);
  const seen = requests.map(({ origin, headers, body, complete }) => {
    const expectation = headers.find(([name]) => name.toLowerCase() === 'expect')?.[1];
    return { origin, expectation, length: body.length, complete };
  });
  expect(seen).toEqual([
    { origin: 's3', expectation: '100-continue', length: 0, complete: false },
    { origin: 's3-central', expectation: '100-continue', length: 2 ** 21, complete: true },
  ]);
});

/** What an error of the service holds for its caller. */
interface Held {
  readonly name: string;
  readonly Endpoint?: string;
  readonly Bucket?: string;
  readonly Region?: string;
  readonly $metadata: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers: Readonly<Record<string, string>> };
}

/** The errors that the SDK throws in a scenario, as its caller catches them. */
async function errorsIn(scenario: Scenario): Promise<readonly Held[]> {
  const errors: Held[] = [];
  const watching = {
    ...sdk,
    open: async (needs: Parameters<NonNullable<typeof sdk.open>>[0]) => {
      const session = (await sdk.open?.(needs)) ?? sdk;
      const send: typeof sdk.send = (...call) =>
        session.send(...call).catch((error: Held) => {
          errors.push(error);
          throw error;
        });
      return { ...session, send };
    },
  };
  using client = new ClientUnderTest(() => startInProcess(watching));
  await observed(scenario, client);
  return errors;
}

describe('its caller finds in the error', () => {
  test.for<[name: string, status: number, code: string, members: Pick<Held, 'Endpoint' | 'Bucket' | 'Region'>]>([
    ['temporary-get', 307, 'TemporaryRedirect', { Endpoint: 's3-central', Bucket: 'photos' }],
    ['temporary-put', 307, 'TemporaryRedirect', { Endpoint: 's3-central', Bucket: 'photos' }],
    ['permanent-get', 301, 'PermanentRedirect', { Endpoint: 's3-central', Bucket: 'photos' }],
    ['permanent-delete', 301, 'PermanentRedirect', { Endpoint: 's3-central', Bucket: 'photos' }],
    ['permanent-head', 301, 'Unknown', {}],
    ['wrong-region-get', 400, 'AuthorizationHeaderMalformed', { Region: 'eu-central-1' }],
    ['wrong-region-head', 400, 'Unknown', {}],
    ['location-constraint-put', 400, 'IllegalLocationConstraintException', {}],
  ])('of %s: status %i, name %s, and the region of the bucket', async ([name, status, code, members]) => {
    const scenario = scenarioOf(name);
    const [error, ...more] = await errorsIn(scenario);
    expect(more).toEqual([]);
    const { Endpoint, Bucket, Region, $metadata, $response } = error ?? ({} as Held);
    expect({ name: error?.name, status: $metadata.httpStatusCode, Endpoint, Bucket, Region }).toEqual({
      name: code,
      status,
      ...members,
      Endpoint: members.Endpoint && hostOf('s3-central', scenario.id),
    });
    expect($response?.headers['x-amz-bucket-region']).toBe('eu-central-1');
  });
});

/** A scenario in which one place answers something else. */
const answering = (name: string, change: (answer: Response) => Response): Scenario => {
  const scenario = scenarioOf(name);
  const place: Place = '{s3}/puppy.jpg';
  const changed: Route = change(scenario.routes[place] as Response);
  return { ...scenario, routes: { ...scenario.routes, [place]: changed } };
};

describe('what the SDK needs of an answer:', () => {
  test('a Date that is not far from its own clock, or it corrects the clock and asks again, as often as it may', async () => {
    const outdated = answering('permanent-get', ({ status, headers = [], body = '' }) => ({
      status,
      headers: [...headers, ['Date', 'Mon, 15 Oct 2007 22:18:46 GMT']],
      body,
    }));
    expect(summary(await observed(outdated, plain))).toBe(`${wrong}, ${wrong}, ${wrong}: PermanentRedirect`);
  });

  test('the field with the region, or it corrects nothing', async () => {
    const silent = answering('permanent-get', ({ headers = [], ...answer }) => ({
      ...answer,
      headers: headers.filter(([name]) => name !== 'x-amz-bucket-region'),
    }));
    expect(summary(await observed(silent, correcting))).toBe(`${wrong}: PermanentRedirect`);
  });

  test('nothing else: with that field alone, a response to HEAD leads it to the right region', async () => {
    const bare = answering('permanent-head', ({ status }) => ({
      status,
      headers: [['x-amz-bucket-region', 'eu-central-1']],
    }));
    expect(summary(await observed(bare, correcting))).toBe(`${corrected}: 200`);
  });
});
