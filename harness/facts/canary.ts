import { secretOf } from '../concrete/names.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { OriginName } from '../../suites/vocabulary/origin.ts';
import { inClear } from './basic.ts';
import { found, ifRequested, isPlace, type Reader } from './evidence.ts';

/** The fields that arrive at an origin: a proxy removes what is for itself (RFC 9110 section 11.7.2), but not inside a tunnel. */
const passedOn = ({ headers, via }: RecordedRequest): HeaderFields =>
  via && !via.tunnel ? headers.filter(([name]) => name.toLowerCase() !== 'proxy-authorization') : headers;

/** Looks at the whole request: a secret in a query or a body is as leaked as one in a field. */
const carries = ({ target, body }: RecordedRequest, fields: HeaderFields, secret: string): boolean =>
  JSON.stringify([target, fields, fields.map(([, value]) => inClear(value)), body]).includes(secret);

/** A proxy sees what it forwards, but not what passes through its tunnels. */
const passedBy = ({ via }: RecordedRequest, name: OriginName): boolean => via?.proxy === name && !via.tunnel;

export const canary: Reader<'canary'> = (fact, evidence) => {
  const { secret, at } = fact;
  const value = secretOf(secret, evidence.scenario.id);
  const describe = (isSeen: boolean): string => (isSeen ? 'sent' : 'absent');
  if (isPlace(at))
    return ifRequested({ ...fact, at }, evidence, (request) => found(describe(carries(request, passedOn(request), value))));
  const { requests } = evidence.observation;
  const seen = [
    ...requests.filter(({ origin }) => origin === at).map((request) => carries(request, passedOn(request), value)),
    ...requests.filter((request) => passedBy(request, at)).map((request) => carries(request, request.headers, value)),
  ];
  return seen.length > 0
    ? found(describe(seen.includes(true)))
    : { none: 'no such request', because: `no request came to ${at}` };
};
