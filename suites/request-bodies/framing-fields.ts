import type { RowId } from '../coverage/behaviours/index.ts';
import { framingRulings, requestRulings } from '../rulings/methods.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfGet, uploadTarget } from './shared.ts';

/** In Fetch callers cannot set these fields, so a client may refuse to send them at all. It must not return the redirect. */
const followsOrRefuses = (status: RedirectStatus): readonly RulingOn<'followed'>[] => [
  must('fetch/follows-by-default', not(`returned ${status}`)),
  may('rfc9110/may-follow', ['followed', `returned ${status}`]),
  must('adr-016/rule-1', not(`returned ${status}`)),
];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: 302 | 303 | 307;
  readonly headers: HeaderFields;
  readonly covers?: readonly RowId[];
  readonly checks: readonly Check[];
}

const dropped = (name: 'Expect' | 'Transfer-Encoding'): Check => ({
  fact: { kind: 'field', name, at: uploadTarget },
  given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['GET, no body', 'GET, body cut short'] },
  rulings:
    name === 'Expect'
      ? [must('rfc9110/no-expect-without-content', 'absent')]
      : [should('rfc9110/connection-fields-renewed', 'absent'), should('rfc9112/transfer-encoding-of-the-message', 'absent')],
});

const becomesGet = (status: 302 | 303): Check => ({
  fact: { kind: 'request', at: uploadTarget },
  rulings: requestRulings(status, 'POST'),
});

const whole: Check = {
  fact: { kind: 'request', at: uploadTarget },
  rulings: [
    must('fetch/body-resent', 'POST, same body'),
    should('rfc9110/request-resent', 'POST, same body'),
    must('adr-016/rule-4', 'POST, same body'),
  ],
};

/** A client that has sent the field itself must not fail because the request that follows would have it too. */
const notTrippedUp: Check = {
  fact: { kind: 'outcome' },
  given: { fact: { kind: 'request', at: '{home}/start' }, oneOf: ['POST, same body'] },
  rulings: [must('fetch/follows-by-default', not('any error'))],
};

/** If the first request already has two framings, the redirect is not the reason. */
const framed: Check = {
  fact: { kind: 'framing', at: uploadTarget },
  given: { fact: { kind: 'framing', at: '{home}/start' }, oneOf: ['chunked', 'content-length'] },
  rulings: framingRulings,
};

const length: HeaderFields = [['Content-Length', '5']];
const chunked: HeaderFields = [['Transfer-Encoding', 'chunked']];
const expect: HeaderFields = [['Expect', '100-continue']];

const rows: readonly Row[] = [
  {
    name: 'content-length-302',
    title: 'POST with a Content-Length set by the caller, answered by 302',
    status: 302,
    headers: length,
    covers: ['b-no-content-length-on-get'],
    checks: [becomesGet(302), framingOfGet, notTrippedUp],
  },
  {
    name: 'content-length-303',
    title: 'POST with a Content-Length set by the caller, answered by 303',
    status: 303,
    headers: length,
    covers: ['b-no-content-length-on-get'],
    checks: [becomesGet(303), framingOfGet, notTrippedUp],
  },
  {
    name: 'content-length-307',
    title: 'POST with a Content-Length set by the caller, answered by 307',
    status: 307,
    headers: length,
    checks: [whole, framed],
  },
  {
    name: 'transfer-encoding-303',
    title: 'POST with a Transfer-Encoding set by the caller, answered by 303',
    status: 303,
    headers: chunked,
    covers: ['h-transfer-encoding-dropped'],
    checks: [becomesGet(303), dropped('Transfer-Encoding')],
  },
  {
    name: 'transfer-encoding-307',
    title: 'POST with a Transfer-Encoding set by the caller, answered by 307',
    status: 307,
    headers: chunked,
    checks: [whole, framed],
  },
  {
    name: 'expect-302',
    title: 'POST with Expect: 100-continue, answered by 302',
    status: 302,
    headers: expect,
    checks: [becomesGet(302), dropped('Expect')],
  },
  {
    name: 'expect-303',
    title: 'POST with Expect: 100-continue, answered by 303',
    status: 303,
    headers: expect,
    checks: [becomesGet(303), dropped('Expect')],
  },
  {
    name: 'expect-307',
    title: 'POST with Expect: 100-continue, answered by 307',
    status: 307,
    headers: expect,
    checks: [
      whole,
      {
        fact: { kind: 'field', name: 'Expect', at: uploadTarget },
        rulings: [
          may(
            'rfc9110/expect-when-waiting',
            ['100-continue', 'absent'],
            'A client that waits for a 100 again has to send Expect again. A client that does not wait need not send it.',
          ),
        ],
      },
    ],
  },
];

/** Content-Length, Transfer-Encoding and Expect, set by the caller. */
export const framingFields: readonly Scenario[] = rows.map(({ name, title, status, headers, covers, checks }) =>
  scenario({
    id: `request-bodies/${name}`,
    title,
    ...(covers && { covers }),
    routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', headers, body: 'hello' },
    checks: [{ fact: { kind: 'followed', to: uploadTarget }, rulings: followsOrRefuses(status) }, ...checks],
  }),
);

/** RFC 9110 asks a client that sent Expect to try once more without it. */
export const expectationFailed: Scenario = scenario({
  id: 'request-bodies/expect-307-then-417',
  title: 'POST with Expect: 100-continue, answered by 307, then by 417',
  routes: {
    '{home}/start': { status: 307, location: uploadTarget },
    [uploadTarget]: [
      { when: { header: { name: 'Expect', includes: '100-continue' } }, answer: { status: 417 } },
      { answer: { status: 200, body: 'arrived' } },
    ],
  },
  call: { method: 'POST', url: '{home}/start', headers: expect, body: 'hello' },
  checks: [
    { fact: { kind: 'followed', to: uploadTarget }, rulings: followsOrRefuses(307) },
    {
      fact: { kind: 'requests', at: uploadTarget },
      given: { fact: { kind: 'followed', to: uploadTarget }, oneOf: ['followed'] },
      rulings: [
        may(
          'rfc9110/417-repeated-without-expect',
          ['1', '2'],
          'RFC 9110 does not say whether this applies to an Expect that the caller set.',
        ),
      ],
    },
  ],
});
