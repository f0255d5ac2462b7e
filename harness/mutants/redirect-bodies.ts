import { gzipSync } from 'node:zlib';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers } from './support/changing.ts';
import { bytesFrom, readLeniently } from './support/raw-exchange.ts';
import { is3xx } from './support/status-class.ts';
import { changingResponses, wrapped } from './support/wrapped.ts';

/** Reads a header section that ends early as a complete one. */
const acceptingCutHeaders =
  (send: SendOne): SendOne =>
  (request) =>
    send(request).catch(async (error: unknown) => {
      const text = request.url.protocol === 'http:' && !request.body ? await bytesFrom(request) : '';
      if (!text.startsWith('HTTP/1.1 302') || text.includes('\r\n\r\n')) throw error;
      return readLeniently(text);
    });

/** Reads the bytes after a redirect as the body of the next answer. */
const readingSurplusBytes = (send: SendOne): SendOne => {
  let surplus: Uint8Array | undefined;
  return async (request) => {
    const answer = await send(request);
    const left = surplus;
    surplus = is3xx(answer) ? new TextEncoder().encode('fake') : undefined;
    return left ? { ...answer, body: left } : answer;
  };
};

/** Follows a redirect although its Content-Length is invalid. */
const acceptingInvalidLengths =
  (send: SendOne): SendOne =>
  (request) =>
    send(request).catch(async (error: unknown) => {
      const text = request.url.protocol === 'http:' && !request.body ? await bytesFrom(request) : '';
      if (!text.startsWith('HTTP/1.1 302') || !/^content-length: *\D|^content-length(.|\s)*^content-length/im.test(text))
        throw error;
      return readLeniently(text);
    });

/** Throws on certain redirects. */
const throwingOn = (applies: (answer: ReceivedAnswer, method: string) => boolean): ((send: SendOne) => SendOne) =>
  changingAnswers((answer, { method }) => {
    if (is3xx(answer) && applies(answer, method)) throw new Error('cannot read the body of the redirect');
    return answer;
  });

const has = ({ headers }: ReceivedAnswer, name: string): boolean => valuesOf(headers, name).length > 0;

/** Clients that make an error with the body of a redirect. */
export const redirectBodyMutants: readonly Mutant[] = [
  {
    name: 'throws-on-chunked-redirect',
    title: 'throws on a redirect with a chunked body',
    send: throwingOn((answer) => has(answer, 'transfer-encoding')),
    witnesses: { fetch: ['redirect-bodies/chunked#followed'], rfc9110: ['redirect-bodies/chunked#followed'] },
  },
  {
    name: 'throws-on-redirect-until-close',
    title: 'throws on a redirect whose body ends with the connection',
    send: throwingOn((answer) => !has(answer, 'transfer-encoding') && !has(answer, 'content-length')),
    witnesses: { fetch: ['redirect-bodies/until-close#followed'], rfc9110: ['redirect-bodies/until-close#followed'] },
  },
  {
    name: 'expects-body-after-head',
    title: 'expects a body in the answer to HEAD',
    send: throwingOn((answer, method) => method === 'HEAD' && valuesOf(answer.headers, 'content-length').join() !== '0'),
    witnesses: { fetch: ['redirect-bodies/head#followed'], rfc9110: ['redirect-bodies/head#followed'] },
  },
  {
    name: 'accepts-cut-header',
    title: 'follows a Location from an incomplete header section',
    send: acceptingCutHeaders,
    witnesses: { fetch: ['redirect-bodies/cut-in-location#followed'] },
  },
  {
    name: 'accepts-invalid-length',
    title: 'follows a redirect whose Content-Length is invalid',
    send: acceptingInvalidLengths,
    witnesses: { fetch: ['redirect-bodies/length-no-number#followed', 'redirect-bodies/two-lengths#followed'] },
  },
  {
    name: 'decodes-nothing-behind-redirects',
    title: 'decodes no body that comes behind a redirect',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return response.redirected ? { ...response, body: new Uint8Array(gzipSync(response.body)) } : response;
    }),
    witnesses: { fetch: ['redirect-bodies/coded-answer#response-body@2'] },
  },
  {
    name: 'reads-bodies-as-text',
    title: 'reads every body as text and makes bytes of it again',
    client: changingResponses((response) => ({
      ...response,
      body: new TextEncoder().encode(new TextDecoder().decode(response.body)),
    })),
    witnesses: { fetch: ['redirect-bodies/final-octets#response-body', 'redirect-bodies/final-latin-1#response-body'] },
  },
  {
    name: 'reads-surplus-bytes',
    title: 'reads the bytes after a redirect as the next answer',
    send: readingSurplusBytes,
    witnesses: {
      fetch: ['redirect-bodies/longer-than-said#response-body', 'redirect-bodies/surplus-after-last-chunk#response-body'],
    },
  },
];
