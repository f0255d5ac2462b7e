import { scenario } from '../../suites/builders/scenario.ts';
import { nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Ready } from '../drivers/protocol.ts';
import { type ControlProbe, reading } from './probe.ts';

const here = '{home}/here';
const hereByTls = '{home-tls}/here';

/** An answer that an event source understands too. */
const event = { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: hello\n\n' } as const;

/** The calls of the basic exchange: by POST, or for a client that cannot send one, by GET, or by an event source. */
function basicCall({ capabilities, methods }: Pick<Ready, 'capabilities' | 'methods'>, url: Place): Call | undefined {
  const can = (method: string): boolean => !methods || methods.some((each) => each.toUpperCase() === method);
  if (can('POST')) return { method: 'POST', url, body: 'hallå' };
  if (can('GET')) return { method: 'GET', url };
  return capabilities.includes('event-source') ? { method: 'GET', url, through: 'event-source' } : undefined;
}

const basicProbe = (id: string, title: string, call: Call, complaint: string): ControlProbe => {
  const isPost = call.method === 'POST';
  return {
    scenario: scenario({
      id,
      title,
      routes: { [call.url]: isPost ? { status: 200, body: 'här' } : event },
      call,
      checks: reading(
        { kind: 'outcome' },
        { kind: 'request', at: call.url },
        ...(isPost ? [{ kind: 'response-body', from: call.url } as const] : []),
      ),
    }),
    expected: {
      outcome: ['returned 200'],
      [nameOfFact({ kind: 'request', at: call.url })]: [isPost ? 'POST, same body' : 'GET, no body'],
      ...(isPost && { 'response-body': ['same bytes'] }),
    },
    complaint,
  };
};

/** Exchanges without any redirect, by plain http and by TLS. If one of them fails, nothing can be said about the client. */
export function basicProbes(ready: Pick<Ready, 'capabilities' | 'methods'>): readonly ControlProbe[] {
  const plain = basicCall(ready, here);
  const secure = basicCall(ready, hereByTls);
  if (!plain || !secure) return [];
  return [
    basicProbe('control/post', 'A plain exchange without any redirect', plain, 'fails a plain exchange without any redirect'),
    basicProbe(
      'control/tls',
      'An exchange by TLS without any redirect',
      secure,
      'fails an exchange by TLS without any redirect; if the client is given certificates of its own, add the `ca` that `open` gets (docs/adapters.md#certificates)',
    ),
  ];
}

/** Shows whether a client follows redirects by default. */
export const followProbe: Scenario = scenario({
  id: 'control/follow',
  title: 'A redirect by default',
  routes: { '{home}/1': { status: 302, location: '{home}/2' }, '{home}/2': { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/1' },
  checks: reading({ kind: 'requests' }, { kind: 'outcome' }),
});
