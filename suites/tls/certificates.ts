import { may, must, not, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { OriginName, Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const flaws = [
  { origin: 'untrusted', title: 'from an untrusted issuer' },
  { origin: 'misnamed', title: 'for another name' },
  { origin: 'expired', title: 'that has expired' },
] as const satisfies readonly { readonly origin: OriginName; readonly title: string }[];

interface Way {
  readonly name: string;
  readonly title: string;
  readonly call: Call;
  readonly redirect?: Response;
}

const waysTo = (target: Place): readonly Way[] => [
  { name: 'at-once', title: 'requested directly', call: { method: 'GET', url: target } },
  {
    name: 'after-302',
    title: 'after a 302 from http',
    call: { method: 'GET', url: '{home}/start' },
    redirect: { status: 302, location: target },
  },
  {
    name: 'after-302-from-https',
    title: 'after a 302 from a host with a valid one',
    call: { method: 'GET', url: '{home-tls}/start' },
    redirect: { status: 302, location: target },
  },
  {
    name: 'after-307-post',
    title: 'after a 307 that keeps the body',
    call: { method: 'POST', url: '{home-tls}/start', body: 'name=Zoë' },
    redirect: { status: 307, location: target },
  },
];

const onlyShould =
  'RFC 9110 section 4.3.4: an automated client SHOULD end the connection, and may offer a setting that does not.';

const whatTheCallerSees = 'A client that verifies a certificate may be configured to ignore the result; RFC 9110 section 4.3.4.';

/** RFC 9110 section 4.2.2: an answer is secured only if the server has been authenticated as the one of the URL. */
const secured = must('rfc9110/https-answers-secured', not('returned 200'), onlyShould);

const checks = (flaw: (typeof flaws)[number]['origin'], target: Place, redirect: Response | undefined): readonly Check[] => [
  {
    fact: { kind: 'outcome' },
    rulings: [
      secured,
      ...(flaw === 'misnamed' ? [may('rfc9110/certificate-verified', not('returned 200'), whatTheCallerSees)] : []),
      should('rfc9110/bad-certificate-ends-it', redirect ? ['any error', `returned ${redirect.status}`] : 'any error'),
      must('fetch/no-connection-no-response', 'any error'),
    ],
  },
  { fact: { kind: 'requests', at: target }, rulings: [must('rfc9110/https-is-secured', '0')] },
];

/** A certificate that the client must not accept, at the first URL and at the target of a redirect. */
export const certificates: readonly Scenario[] = flaws.flatMap(({ origin, title: flaw }) => {
  const target: Place = `{${origin}}/target`;
  return waysTo(target).map(({ name, title, call, redirect }) =>
    scenario({
      id: `tls/${origin}-${name}`,
      title: `A certificate ${flaw}, ${title}`,
      ...(redirect && { covers: ['tls-cert-error-at-target'] }),
      routes: { ...(redirect && { [call.url]: redirect }), [target]: { status: 200, body: 'not to be reached' } },
      call,
      checks: checks(origin, target, redirect),
    }),
  );
});
