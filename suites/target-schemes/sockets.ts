import { may, must, not, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Form {
  readonly name: string;
  readonly title: string;
  /** The target at a socket. */
  readonly at: (origin: 'socket' | 'other-socket') => Template;
}

/** How clients write the path of a socket in a URL. */
const forms: readonly Form[] = [
  { name: 'unix', title: 'a unix: URL', at: (origin) => `unix:{${origin}.socket}:/target` },
  { name: 'host-unix', title: 'an http URL with the host unix', at: (origin) => `http://unix:{${origin}.socket}:/target` },
  { name: 'http-and-unix', title: 'an http+unix: URL', at: (origin) => `http+unix://{${origin}.socket:escaped}/target` },
];

const start: PathPlace = '{home}/start';
const target: PathPlace = '{socket}/target';

const neverReached: CheckOf<'next'> = {
  fact: { kind: 'next', after: start },
  rulings: [
    must('fetch/http-targets-only', not(target)),
    must('strict/http-targets-only', not(target)),
    should('convention/no-local-target', not(target)),
  ],
};

/** The socket is there, and serves whoever connects to it: a service of this machine, which no server may reach through its client. */
const fromTheNetwork: readonly Scenario[] = forms.map(({ name, title, at }) =>
  scenario({
    id: `target-schemes/local-socket-by-${name}`,
    title: `A redirect to a socket of this machine, by ${title}`,
    covers: ['ls-unix-socket'],
    routes: { [start]: { status: 302, headers: [['Location', at('socket')]] }, [target]: { status: 200, body: 'local' } },
    call: { method: 'GET', url: start },
    plant: ['cookie', 'proxy-authorization'],
    checks: [neverReached],
  }),
);

const first: PathPlace = '{socket}/start';
const second: PathPlace = '{other-socket}/target';

const enabledByCaller =
  'The caller has allowed sockets to reach this server. Whether that holds for a socket that the server names, no text says.';

/** Two sockets are two origins, whatever host their URLs have. */
const fromSocketToSocket: readonly Scenario[] = forms.map(({ name, title, at }) =>
  scenario({
    id: `target-schemes/socket-to-socket-by-${name}`,
    title: `A server at a unix socket that redirects to another socket, by ${title}`,
    covers: ['ls-unix-socket'],
    routes: { [first]: { status: 302, headers: [['Location', at('other-socket')]] }, [second]: { status: 200, body: 'local' } },
    call: { method: 'GET', url: first, unixSocket: 'socket' },
    plant: ['cookie', 'proxy-authorization'],
    checks: [
      {
        fact: { kind: 'next', after: first },
        rulings: [
          may('rfc9110/handler-by-scheme', [second, 'returned 302', 'any error'], enabledByCaller),
          must('strict/http-targets-only', not(second)),
        ],
      },
    ],
  }),
);

/** Redirects to a unix socket that exists. */
export const localSockets: readonly Scenario[] = [...fromTheNetwork, ...fromSocketToSocket];
