import http from 'node:http';
import { fieldsOfRaw, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { openRequest, readAnswer } from '../policy/transport.ts';
import type { ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingResponses } from './support/wrapped.ts';

/** The head of an answer or of an interim response. */
interface Head {
  readonly status: number;
  readonly headers: ReceivedAnswer['headers'];
  readonly reason: string;
  readonly version: string;
}

const headOf = (message: http.InformationEvent | http.IncomingMessage): Head => ({
  status: message.statusCode ?? 0,
  headers: fieldsOfRaw(message.rawHeaders),
  reason: message.statusMessage ?? '',
  version: message.httpVersion,
});

/** Looks at the head of each answer and interim response; `look` may replace the answer, or throw. */
const lookingAtHeads =
  (look: (head: Head) => ReceivedAnswer | undefined) =>
  (_: SendOne, signal: AbortSignal): SendOne =>
  async (outgoing) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReceivedAnswer>();
    const read = async (response: http.IncomingMessage): Promise<ReceivedAnswer> => {
      const replaced = look(headOf(response));
      const answer = await readAnswer(response);
      return replaced ?? answer;
    };
    openRequest(outgoing, { signal })
      .on('information', (message) => {
        const answer = look(headOf(message));
        if (answer) resolve(answer);
      })
      .on('response', (response) => {
        read(response).then(resolve, reject);
      })
      .on('error', reject)
      .end(outgoing.body);
    return promise;
  };

const noBody = new Uint8Array();

/** Clients that take other answers for redirects, or make an error with a status. */
export const statusMutants: readonly Mutant[] = [
  {
    name: 'follows-any-location',
    title: 'follows every Location, whatever the status',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    witnesses: {
      fetch: ['status-coverage/200-get#followed'],
      rfc9110: ['status-coverage/201-get#followed', 'status-coverage/200-query#followed'],
    },
  },
  {
    name: 'returns-interim-responses',
    title: 'takes a 1xx for the final answer',
    send: lookingAtHeads(({ status, headers }) => (status < 200 ? { status, headers, body: noBody } : undefined)),
    witnesses: {
      fetch: ['status-coverage/interim-103#followed'],
      rfc9110: ['status-coverage/interim-103#followed'],
      'adr-016': ['status-coverage/interim-103#followed'],
    },
  },
  {
    name: 'follows-103',
    title: 'follows the Location of a 103',
    send: lookingAtHeads(({ status, headers }) => (status === 103 ? { status: 302, headers, body: noBody } : undefined)),
    witnesses: { fetch: ['status-coverage/interim-103-with-location-then-200#requests@hint'] },
  },
  {
    name: 'throws-on-unknown-reason',
    title: 'throws on a reason phrase that is not the registered one',
    send: lookingAtHeads(({ status, reason }) => {
      if (status >= 200 && reason !== http.STATUS_CODES[status]) throw new Error(`unknown reason phrase ${reason}`);
      return undefined;
    }),
    witnesses: {
      fetch: ['status-coverage/reason-moved-temporarily#followed'],
      rfc9110: ['services/nginx-302-get#followed'],
    },
  },
  {
    name: 'throws-on-http-1-0',
    title: 'throws on an answer in HTTP/1.0',
    send: lookingAtHeads(({ status, version }) => {
      if (status >= 200 && version !== '1.1') throw new Error(`unknown version ${version}`);
      return undefined;
    }),
    witnesses: { fetch: ['status-coverage/http-1-0#followed'] },
  },
  {
    name: 'returns-300-as-200',
    title: 'returns a 300 as a 200 without a body',
    client: changingResponses((response) => (response.status === 300 ? { ...response, status: 200, body: noBody } : response)),
    witnesses: { fetch: ['method-matrix/300-get#followed'] },
  },
];
