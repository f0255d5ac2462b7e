import { type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { InvalidLocationError } from '../policy/errors.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers, withField } from './support/changing.ts';
import { bytesFrom, readLeniently } from './support/raw-exchange.ts';
import { relocated } from './support/relocated.ts';
import { changingResponses } from './support/wrapped.ts';

const redirectTo = (location: string): ReceivedAnswer => ({
  status: 302,
  headers: [['Location', location]],
  body: new Uint8Array(),
});

/** Writes the spaces of a Location into the next request line. */
const keepingSpaces = (send: SendOne): SendOne => {
  let hasSpaces = false;
  return async (request) => {
    const target = (request.url.pathname + request.url.search).replaceAll('%20', ' ');
    const answer = hasSpaces ? readLeniently(await bytesFrom(request, target)) : await send(request);
    hasSpaces = valuesOf(answer.headers, 'location').some((location) => location.includes(' '));
    return answer;
  };
};

const isMisspelled = ([name]: readonly [string, string]): boolean => /^location$/i.test(name) && name !== 'Location';

const escapeWhitespace = (text: string): string => text.replace(/[ \t]/g, encodeURIComponent);

/** Reads the value of a field from the second byte after the colon, and escapes the whitespace around it. */
const keepingWhitespace =
  (send: SendOne): SendOne =>
  async (request) =>
    request.url.protocol === 'http:' && !request.body
      ? readLeniently(await bytesFrom(request), (value) => escapeWhitespace(value.slice(1)))
      : send(request);

/** A line that begins with whitespace is joined to the line before it, without a space. */
const withoutFolds = (text: string): string => text.replace(/\r\n[ \t]+/g, '');

/** Reads the answer to a GET over http itself, and joins folded lines. */
const joiningFolds =
  (send: SendOne): SendOne =>
  async (request) =>
    request.url.protocol === 'http:' && !request.body ? readLeniently(withoutFolds(await bytesFrom(request))) : send(request);

/** Whether a Location writes its origin in another way than it is serialized. */
function isRespelled(location: string, { url }: OutgoingRequest): boolean {
  const [written] = /^([a-z]+:)?\/\/[^/?#]*/i.exec(location) ?? [];
  return written !== undefined && !URL.parse(location, url)?.origin.endsWith(written);
}

/** Sends no Authorization after such a Location. */
const comparingLetters = (send: SendOne): SendOne => {
  let differs = false;
  return async (request) => {
    const answer = await send(differs ? { ...request, headers: withField(request.headers, 'Authorization') } : request);
    differs = valuesOf(answer.headers, 'location').some((location) => isRespelled(location, request));
    return answer;
  };
};

const joined = (name: string, fields: HeaderFields): HeaderFields => withField(fields, name, valuesOf(fields, name).join(', '));

const isAddress = ({ hostname }: URL): boolean => /^\[|^[\d.]+$/.test(hostname);

/** Not a URL in any standard. */
const unusable = 'http://[';

/** Clients that read a Location wrongly. */
export const locationByteMutants: readonly Mutant[] = [
  {
    name: 'merges-trailers',
    title: 'follows a Location in the trailer section',
    send: changingAnswers((answer) =>
      valuesOf(answer.headers, 'trailer').includes('Location') ? redirectTo('/target') : answer,
    ),
    witnesses: { fetch: ['http2/location-in-trailers#followed'], rfc9110: ['location-bytes/in-the-trailer#next@start'] },
  },
  {
    name: 'accepts-invalid-messages',
    title: 'follows a redirect in a message that a parser must not accept',
    send: (send) => (request) =>
      send(request).catch((error: Error & { code?: string }) => {
        if (error.code?.startsWith('HPE_')) return redirectTo('/target');
        throw error;
      }),
    witnesses: { rfc9110: ['location-bytes/bare-cr#next@start', 'location-bytes/nul#next@start'] },
  },
  {
    name: 'accepts-what-is-refused-as-written',
    title: 'accepts several Locations, and a Location with an empty host',
    policy: () => ({ refusesWriting: () => false }),
    witnesses: { fetch: ['location-bytes/two-different#next@start'], rfc9110: ['location-bytes/three-slashes#next@start'] },
  },
  {
    name: 'joins-locations',
    title: 'joins several Locations with a comma',
    send: changingAnswers((answer) =>
      valuesOf(answer.headers, 'location').length > 1 ? { ...answer, headers: joined('Location', answer.headers) } : answer,
    ),
    witnesses: {
      fetch: ['location-bytes/two-different#next@start', 'location-bytes/two-equal#next@start'],
      rfc9110: ['location-bytes/two-different#next@start'],
    },
  },
  {
    name: 'joins-folded-lines',
    title: 'joins the lines of a folded Location without a space',
    send: joiningFolds,
    witnesses: { rfc9110: ['location-bytes/folded-inside#next@start'] },
  },
  {
    name: 'replaces-octets',
    title: 'replaces octets outside of US-ASCII by a question mark',
    send: relocated((location) => location.replace(/[\u0080-\u00ff]+/g, '?')),
    witnesses: { fetch: ['location-bytes/utf8-path#next@start', 'location-bytes/latin-1#next@start'] },
  },
  {
    name: 'trims-unicode-spaces',
    title: 'trims a Location of every space that Unicode has',
    send: relocated((location) => Buffer.from(Buffer.from(location, 'latin1').toString().trim()).toString('latin1')),
    witnesses: { fetch: ['location-bytes/no-break-space-after#next@start', 'location-bytes/ideographic-space-after#next@start'] },
  },
  {
    name: 'composes-letters',
    title: 'converts a Location to Unicode normalization form C',
    send: relocated((location) => Buffer.from(Buffer.from(location, 'latin1').toString().normalize()).toString('latin1')),
    witnesses: { fetch: ['location-bytes/decomposed#next@start'] },
  },
  {
    name: 'removes-marks-around',
    title: 'removes quotes and angle brackets around a Location',
    send: relocated((location) => location.replace(/^(["'])(.*)\1$|^<(.*)>$/, '$2$3')),
    witnesses: {
      fetch: ['location-bytes/double-quotes-around#next@start', 'location-bytes/angle-brackets-around-a-url#next@start'],
      rfc9110: ['location-bytes/apostrophes-around#next@start'],
    },
  },
  {
    name: 'escapes-tabs',
    title: 'escapes the tabs of a Location',
    send: relocated((location) => location.replaceAll('\t', '%09')),
    witnesses: { fetch: ['location-bytes/tab#next@start'] },
  },
  {
    name: 'escapes-backslashes',
    title: 'takes a backslash in a Location for a part of the path',
    send: relocated((location) => location.replaceAll('\\', '%5C')),
    witnesses: { fetch: ['location-bytes/backslash-in-path#next@start', 'location-bytes/slash-backslash#next@start'] },
  },
  {
    name: 'escapes-apostrophes',
    title: 'escapes the apostrophes, brackets and bars of a Location',
    send: relocated((location) =>
      location.replace(/['[\]|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
    ),
    witnesses: { fetch: ['location-bytes/apostrophe-in-the-path#next@start', 'location-bytes/bar-in-the-query#next@start'] },
  },
  {
    name: 'decodes-crlf',
    title: 'ends a Location at an escaped CR LF',
    send: relocated((location) => location.replace(/%0d%0a.*/i, '')),
    witnesses: {
      fetch: ['location-bytes/escaped-crlf#next@start'],
      rfc9110: ['location-bytes/escaped-crlf-in-the-query#next@start'],
    },
  },
  {
    name: 'reads-surplus-slashes-as-path',
    title: 'takes what follows three slashes in a Location for a path',
    send: relocated((location) => location.replace(/^https?:\/{3,}/, '/')),
    witnesses: { fetch: ['location-bytes/three-slashes#next@start'], rfc9110: ['location-bytes/four-slashes#next@start'] },
  },
  {
    name: 'refuses-escaped-hosts',
    title: 'refuses a Location with an escape in its host',
    send: relocated((location) => (/^https?:\/\/[^/]*%/.test(location) ? unusable : location)),
    witnesses: { fetch: ['location-bytes/escaped-host#next@start'] },
  },
  {
    name: 'refuses-hexadecimal-addresses',
    title: 'refuses a Location whose host is a hexadecimal number',
    send: relocated((location) => (/^https?:\/\/0x/.test(location) ? unusable : location)),
    witnesses: { fetch: ['location-bytes/ipv4-in-hexadecimal#next@start'] },
  },
  {
    name: 'compares-hosts-by-letter',
    title: 'drops Authorization if scheme, host and port in a Location are not written as a URL parser serializes them',
    send: comparingLetters,
    witnesses: {
      fetch: [
        'location-bytes/host-in-upper-case#canary:authorization@target',
        'location-bytes/ipv6-with-zeros#canary:authorization@ipv6/target',
      ],
    },
  },
  {
    name: 'trusts-look-alikes',
    title: 'keeps credentials for every host whose name ends in the name of the first host',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => dropsField(field, from, to) && !to.hostname.endsWith(from.hostname),
    }),
    witnesses: {
      fetch: ['location-bytes/lookalike-before#canary:authorization@lookalike-before'],
      strict: ['location-bytes/lookalike-before#canary:authorization@lookalike-before'],
    },
  },
  {
    name: 'compares-hosts-by-prefix',
    title: 'keeps credentials for every host whose name begins with the name of the first host',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => dropsField(field, from, to) && !to.hostname.startsWith(from.hostname),
    }),
    witnesses: {
      fetch: [
        'location-bytes/lookalike-after#canary:authorization@lookalike-after',
        'location-bytes/final-dot#canary:authorization@home-dot',
      ],
    },
  },
  {
    name: 'trusts-addresses',
    title: 'keeps credentials if both hosts are IP addresses',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => dropsField(field, from, to) && !(isAddress(from) && isAddress(to)),
    }),
    witnesses: {
      fetch: [
        'location-bytes/ipv4-to-another#canary:authorization@other-ipv4',
        'location-bytes/ipv6-to-another#canary:authorization@other-ipv6',
      ],
    },
  },
  {
    name: 'drops-final-dots',
    title: 'drops the final dot of a host',
    send: relocated((location) => location.replace(/^(https?:\/\/[^/]*)\.(?=[/:]|$)/i, '$1')),
    witnesses: { fetch: ['location-bytes/final-dot#followed'] },
  },
  {
    name: 'reads-one-spelling',
    title: 'reads a Location as empty if its field name has other letter case',
    send: changingAnswers((answer) => ({
      ...answer,
      headers: answer.headers.map((field) => (isMisspelled(field) ? (['Location', ''] as const) : field)),
    })),
    witnesses: { rfc9110: ['location-bytes/name-in-small-letters#next@start'] },
  },
  {
    name: 'keeps-whitespace',
    title: 'takes whitespace around a Location for a part of it',
    send: keepingWhitespace,
    witnesses: { rfc9110: ['location-bytes/whitespace-before#next@start', 'location-bytes/whitespace-after#next@start'] },
  },
  {
    name: 'cuts-at-separators',
    title: 'reads a Location only up to its first comma or semicolon',
    send: relocated((location) => location.replace(/[,;].*/, '')),
    witnesses: { rfc9110: ['location-bytes/comma#next@start', 'location-resolution/name-and-parameter#next@b/c/d;p'] },
  },
  {
    name: 'guesses-host',
    title: 'goes to the root of the current host when a Location is not a valid URL',
    send: relocated((location, { url }) => (URL.canParse(location, url) ? location : '/')),
    witnesses: {
      fetch: ['location-bytes/scheme-only#next@start'],
      rfc9110: ['location-bytes/scheme-only#next@start', 'location-bytes/port-without-host-tls#next@start'],
    },
  },
  {
    name: 'keeps-spaces',
    title: 'sends the spaces of a Location in its request line',
    send: keepingSpaces,
    witnesses: { rfc9110: ['location-bytes/space-in-the-path#next@start'] },
  },
  {
    name: 'escapes-spaces-as-plus',
    title: 'replaces the spaces of a Location by plus signs',
    send: relocated((location) => location.replaceAll(' ', '+')),
    witnesses: { fetch: ['location-bytes/space-in-the-path#next@start', 'location-bytes/space-in-the-query#next@start'] },
  },
  {
    name: 'escapes-twice',
    title: 'escapes the percent signs of a Location again',
    send: relocated((location) => location.replaceAll('%', '%25')),
    witnesses: { rfc9110: ['location-bytes/escaped-percent#next@start', 'location-bytes/escaped-unreserved#next@start'] },
  },
  {
    name: 'unescapes-reserved',
    title: 'decodes escaped slashes and question marks of a Location',
    send: relocated((location) => location.replaceAll(/%2f/gi, '/').replaceAll(/%3f/gi, '?')),
    witnesses: { rfc9110: ['location-bytes/escaped-reserved#next@start'] },
  },
  {
    name: 'lowercases-location',
    title: 'converts a whole Location to lower case',
    send: relocated((location) => location.toLowerCase()),
    witnesses: { rfc9110: ['location-bytes/capitals#next@start'] },
  },
  {
    name: 'reads-port-as-path',
    title: 'takes the port in a Location for the first segment of its path',
    send: relocated((location) => location.replace(/^(https?:\/\/[^/:]*):(\d*)(?=\/)/, '$1/$2')),
    witnesses: { rfc9110: ['location-bytes/default-port#next@start', 'location-bytes/empty-port#next@start'] },
  },
  {
    name: 'rejects-ipv6',
    title: 'rejects a Location with an IPv6 address as invalid',
    policy: ({ refuses }) => ({
      refuses: (from, to) => {
        if (to.hostname.startsWith('[')) throw new InvalidLocationError(`Location is not a valid URL: ${to.href}`);
        return refuses(from, to);
      },
    }),
    witnesses: { rfc9110: ['location-bytes/ipv6#next@start'] },
  },
  {
    name: 'ignores-bad-ports',
    title: 'follows to every port',
    policy: () => ({ refuses: () => false }),
    witnesses: { fetch: ['location-bytes/bad-port#next@start'] },
  },
  {
    name: 'refuses-unknown-domains',
    title: 'refuses a redirect to an IP address or to a host outside of .test',
    policy: ({ refuses }) => ({ refuses: (from, to) => refuses(from, to) || !to.hostname.endsWith('.test') }),
    witnesses: { fetch: ['location-bytes/ipv4#next@start'] },
  },
  {
    name: 'cuts-long-locations',
    title: 'reads only the first 4096 bytes of a Location',
    send: relocated((location) => location.slice(0, 4096)),
    witnesses: { fetch: ['location-bytes/8000-octets#followed'] },
  },
  {
    name: 'hides-location',
    title: 'hides Location from its caller',
    client: changingResponses((response) => ({ ...response, headers: withField(response.headers, 'Location') })),
    witnesses: { 'adr-016': ['redirect-modes/manual-302#response-header:location'] },
  },
];
