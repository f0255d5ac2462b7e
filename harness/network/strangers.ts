import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { Response } from '../../suites/vocabulary/answer.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { aliasOf, hostOf, urlOf } from '../concrete/names.ts';
import type { RequestHead } from './connection.ts';

/** An answer that says why. */
type Refusal = Response & { readonly body: string };

/** The host in a Host field, without its port and a final dot. */
const hostIn = (field: string): string => field.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');

const refusal = (status: number, field: string, value: string): Refusal => ({
  status,
  body: `${field}: ${value} is not of this scenario`,
  framing: 'close',
});

/**
 * Refuses requests of strangers: a page that a browser has open may send requests to every port of this machine, also by a
 * name of its own that leads there. It has no influence on Host and Origin. Both are names of the scenario, or what a call
 * gives as such. Origin is `null` after a redirect to another origin.
 */
export function refusingStrangers({ id, origins, calls }: ConcreteScenario): (head: RequestHead) => Refusal | undefined {
  const given = (field: string): readonly string[] => calls.flatMap(({ headers }) => valuesOf(headers, field));
  const names = origins.flatMap((name) => [hostOf(name, id), aliasOf(name, id) ?? []].flat());
  const hosts = new Set([...names, ...given('host')].map(hostIn));
  const pages = new Set([...origins.map((name) => urlOf(name, id)), ...given('origin'), 'null']);
  return ({ headers }) => {
    const host = valuesOf(headers, 'host').find((value) => !hosts.has(hostIn(value)));
    if (host !== undefined) return refusal(421, 'Host', host);
    const page = valuesOf(headers, 'origin').find((value) => !pages.has(value));
    return page === undefined ? undefined : refusal(403, 'Origin', page);
  };
}
