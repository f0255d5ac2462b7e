import { may, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { HeaderFields, Scenario } from '../vocabulary/scenario.ts';
import { framingOfGet, framingRulings, target } from './bodies.ts';
import { rewrittenRulings } from './rewritten.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

/** These fields are not for callers by Fetch, so a client may refuse to send them at all; it may not return the redirect. */
export const followsOrRefuses = (status: RedirectStatus): readonly Ruling[] => [
  must('fetch/follows-by-default', not(`returned ${status}`)),
  may('rfc9110/may-follow', ['followed', `returned ${status}`]),
  must('adr-016/rule-1', not(`returned ${status}`)),
];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: 302 | 303 | 307;
  readonly headers: HeaderFields;
  readonly covers?: readonly string[];
  readonly checks: readonly Check[];
}

const gone = (name: string): Check => ({
  fact: { kind: 'field', name, at: target },
  given: { fact: { kind: 'request', at: target }, oneOf: ['GET, no body', 'GET, body cut short'] },
  rulings:
    name === 'Expect'
      ? [must('rfc9110/no-expect-without-content', 'absent')]
      : [should('rfc9110/connection-fields-renewed', 'absent'), should('rfc9112/transfer-encoding-of-the-message', 'absent')],
});

const rewritten = (status: 302 | 303): Check => ({ fact: { kind: 'request', at: target }, rulings: rewrittenRulings[status] });

const whole: Check = {
  fact: { kind: 'request', at: target },
  rulings: [
    must('fetch/body-resent', 'POST, same body'),
    should('rfc9110/request-resent', 'POST, same body'),
    must('adr-016/rule-4', 'POST, same body'),
  ],
};

/** A client that frames its first request twice does not do so because of a redirect. */
const framed: Check = {
  fact: { kind: 'framing', at: target },
  given: { fact: { kind: 'framing', at: '{home}/start' }, oneOf: ['chunked', 'content-length'] },
  rulings: framingRulings,
};

const length: HeaderFields = [['Content-Length', '5']];
const chunked: HeaderFields = [['Transfer-Encoding', 'chunked']];
const expect: HeaderFields = [['Expect', '100-continue']];

const rows: readonly Row[] = [
  {
    name: 'content-length-302',
    title: 'POST with a Content-Length of the caller, answered by 302',
    status: 302,
    headers: length,
    covers: ['b-no-content-length-on-get'],
    checks: [rewritten(302), framingOfGet],
  },
  {
    name: 'content-length-307',
    title: 'POST with a Content-Length of the caller, answered by 307',
    status: 307,
    headers: length,
    checks: [whole, framed],
  },
  {
    name: 'transfer-encoding-303',
    title: 'POST with a Transfer-Encoding of the caller, answered by 303',
    status: 303,
    headers: chunked,
    covers: ['h-transfer-encoding-dropped'],
    checks: [rewritten(303), gone('Transfer-Encoding')],
  },
  {
    name: 'transfer-encoding-307',
    title: 'POST with a Transfer-Encoding of the caller, answered by 307',
    status: 307,
    headers: chunked,
    checks: [whole, framed],
  },
  {
    name: 'expect-302',
    title: 'POST that expects a 100, answered by 302',
    status: 302,
    headers: expect,
    checks: [rewritten(302), gone('Expect')],
  },
  {
    name: 'expect-303',
    title: 'POST that expects a 100, answered by 303',
    status: 303,
    headers: expect,
    checks: [rewritten(303), gone('Expect')],
  },
  {
    name: 'expect-307',
    title: 'POST that expects a 100, answered by 307',
    status: 307,
    headers: expect,
    checks: [
      whole,
      {
        fact: { kind: 'field', name: 'Expect', at: target },
        rulings: [
          may(
            'rfc9110/expect-when-waiting',
            ['100-continue', 'absent'],
            'Who waits for a 100 again has to say so again; who does not wait need not.',
          ),
        ],
      },
    ],
  },
];

export const framingFields: readonly Scenario[] = rows.map(({ name, title, status, headers, covers, checks }) =>
  scenario({
    id: `request-bodies/${name}`,
    title,
    ...(covers && { covers }),
    routes: { '{home}/start': { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', headers, body: 'hello' },
    checks: [{ fact: { kind: 'followed', to: target }, rulings: followsOrRefuses(status) }, ...checks],
  }),
);

/** RFC 9110 would have the client try once more without Expect, if it is the client that expects. */
export const expectationFailed: Scenario = scenario({
  id: 'request-bodies/expect-307-then-417',
  title: 'POST that expects a 100, answered by 307, then by 417',
  routes: {
    '{home}/start': { status: 307, location: target },
    [target]: [
      { when: { header: { name: 'Expect', includes: '100-continue' } }, answer: { status: 417 } },
      { answer: { status: 200, body: 'arrived' } },
    ],
  },
  call: { method: 'POST', url: '{home}/start', headers: expect, body: 'hello' },
  checks: [
    { fact: { kind: 'followed', to: target }, rulings: followsOrRefuses(307) },
    {
      fact: { kind: 'requests', at: target },
      given: { fact: { kind: 'followed', to: target }, oneOf: ['followed'] },
      rulings: [
        may('rfc9110/417-repeated-without-expect', ['1', '2'], 'Whether that holds for an Expect that the caller set is open.'),
      ],
    },
  ],
});
