import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers } from './support/changing.ts';
import { is3xx } from './support/status-class.ts';

const textOf = ({ body }: ReceivedAnswer): string => Buffer.from(body).toString();

/** Sends the whole request again, with all its fields, to a URL that it finds somewhere in an answer. */
const sendingAgain =
  (findUrl: (answer: ReceivedAnswer) => string | undefined) =>
  (send: SendOne): SendOne =>
  async (request) => {
    const answer = await send(request);
    const target = findUrl(answer);
    return target === undefined ? answer : send({ ...request, url: new URL(target, request.url) });
  };

const hasLocation = ({ headers }: ReceivedAnswer): boolean => valuesOf(headers, 'location').length > 0;

const endpointOf = (answer: ReceivedAnswer, scheme: string): string | undefined => {
  const [, host] = /<Endpoint>([^<]+)</.exec(textOf(answer)) ?? [];
  return is3xx(answer) && !hasLocation(answer) && host !== undefined ? `${scheme}://${host}/` : undefined;
};

/** Clients that follow no redirect, or follow what is none. */
export const followingMutants: readonly Mutant[] = [
  {
    name: 'never-follows',
    title: 'returns every redirect',
    policy: () => ({ locationOf: () => undefined }),
    witnesses: {
      fetch: ['method-matrix/302-get#followed', 'other-apis/event-source-302#followed'],
      'adr-016': ['method-matrix/302-get#followed'],
    },
  },
  {
    name: 'follows-every-3xx',
    title: 'follows every 3xx that has a Location',
    policy: () => ({ locationOf: (answer) => (is3xx(answer) ? valuesOf(answer.headers, 'location')[0] : undefined) }),
    witnesses: { fetch: ['method-matrix/305-get#followed'] },
  },
  {
    name: 'requires-location',
    title: 'throws on a redirect without Location',
    send: changingAnswers((answer) => {
      if (is3xx(answer) && !hasLocation(answer)) throw new Error('redirect without Location');
      return answer;
    }),
    witnesses: { fetch: ['missing-location/302-get#outcome', 'missing-location/only-content-location#followed'] },
  },
  {
    name: 'follows-s3-metadata',
    title: 'follows X-Amz-Website-Redirect-Location',
    send: sendingAgain((answer) => valuesOf(answer.headers, 'x-amz-website-redirect-location')[0]),
    witnesses: {
      fetch: ['services/s3-rest-object#followed'],
      'adr-016': ['services/s3-rest-object#canary:authorization@other'],
      strict: ['services/s3-rest-object#canary:x-api-key@other'],
    },
  },
  {
    name: 'follows-the-body',
    title: 'follows the URL in the body of a redirect without Location',
    send: sendingAgain((answer) => {
      const text = textOf(answer);
      return is3xx(answer) && !hasLocation(answer) && URL.canParse(text) ? text : undefined;
    }),
    witnesses: {
      fetch: ['missing-location/nginx-308-get#requests'],
      'adr-016': ['missing-location/nginx-308-get#canary:authorization@other'],
      strict: ['missing-location/nginx-308-get#canary:x-api-key@other'],
    },
  },
  {
    name: 'takes-empty-location-for-missing',
    title: 'takes an empty Location for a missing one',
    policy: ({ locationOf }) => ({ locationOf: (answer) => locationOf(answer) || undefined }),
    witnesses: { fetch: ['missing-location/empty#outcome', 'missing-location/blank#outcome'] },
  },
  {
    name: 'follows-links-of-3xx',
    title: 'follows the first link in the HTML of a 3xx without Location',
    send: changingAnswers((answer) => {
      const [, link] = (is3xx(answer) && !hasLocation(answer) && /<a href="([^"]+)"/.exec(textOf(answer))) || [];
      return link === undefined ? answer : { ...answer, status: 302, headers: [['Location', link]] };
    }),
    witnesses: {
      fetch: ['status-coverage/300-without-location#followed'],
      rfc9110: ['status-coverage/399-without-location#followed'],
    },
  },
  {
    name: 'follows-other-fields',
    title: 'follows Refresh, Link, Content-Location and the HTML of an answer',
    send: sendingAgain((answer) => {
      const fields = ['refresh', 'link', 'content-location'].flatMap((name) => valuesOf(answer.headers, name));
      const [, target] =
        /(https?:\/\/[^">; ]+)/.exec([...fields, /<meta/.test(textOf(answer)) ? textOf(answer) : ''].join(' ')) ?? [];
      return hasLocation(answer) ? undefined : target;
    }),
    witnesses: {
      fetch: ['missing-location/only-refresh#followed'],
      'adr-016': ['missing-location/only-content-location#followed'],
      strict: ['missing-location/only-link#canary:x-api-key@other'],
    },
  },
  {
    name: 'follows-s3-endpoint',
    title: 'follows the Endpoint in an error document of S3, by http',
    send: sendingAgain((answer) => endpointOf(answer, 'http')),
    witnesses: {
      fetch: ['s3-error-bodies/permanent-get#requests'],
      'adr-016': ['s3-error-bodies/permanent-get#canary:authorization@other'],
      strict: ['s3-error-bodies/permanent-get#canary:authorization@other'],
    },
  },
  {
    name: 'follows-s3-endpoint-by-https',
    title: 'follows the Endpoint in an error document of S3, by https',
    send: sendingAgain((answer) => endpointOf(answer, 'https')),
    witnesses: {
      fetch: ['s3-error-bodies/permanent-get#requests'],
      'adr-016': ['s3-error-bodies/permanent-get#canary:authorization@other-tls'],
      strict: ['s3-error-bodies/permanent-get#canary:authorization@other-tls'],
    },
  },
];
