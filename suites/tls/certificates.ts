import { anyError, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { OriginName, Place } from '../vocabulary/origin.ts';
import type { Call, Response, Scenario } from '../vocabulary/scenario.ts';

const flaws = [
  { origin: 'untrusted', title: 'that nobody vouches for' },
  { origin: 'misnamed', title: 'for another name' },
  { origin: 'expired', title: 'that is out of date' },
] as const satisfies readonly { readonly origin: OriginName; readonly title: string }[];

interface Way {
  readonly name: string;
  readonly title: string;
  readonly call: Call;
  readonly redirect?: Response;
}

const waysTo = (target: Place): readonly Way[] => [
  { name: 'at-once', title: 'asked directly', call: { method: 'GET', url: target } },
  {
    name: 'after-302',
    title: 'after a 302 from http',
    call: { method: 'GET', url: '{home}/start' },
    redirect: { status: 302, location: target },
  },
  {
    name: 'after-302-from-https',
    title: 'after a 302 from a host with a good one',
    call: { method: 'GET', url: '{home-tls}/start' },
    redirect: { status: 302, location: target },
  },
  {
    name: 'after-307-post',
    title: 'after a 307 that brings a body',
    call: { method: 'POST', url: '{home-tls}/start', body: 'name=Zoë' },
    redirect: { status: 307, location: target },
  },
];

const onlyAsked =
  'Of an automated client RFC 9110 section 4.3.4 asks by a SHOULD that it end the connection, and lets it offer a setting that does not.';

/** What the client verifies is the name; whether anybody vouches for it, and still does, is what makes the answer a secured one. */
const verified = {
  misnamed: 'rfc9110/certificate-verified',
  untrusted: 'rfc9110/https-answers-secured',
  expired: 'rfc9110/https-answers-secured',
} as const;

const checks = (flaw: keyof typeof verified, target: Place, redirect: Response | undefined): readonly Check[] => [
  {
    fact: { kind: 'outcome' },
    rulings: [
      must(verified[flaw], not('returned 200'), onlyAsked),
      should('rfc9110/bad-certificate-ends-it', [...anyError, ...(redirect ? [`returned ${redirect.status}`] : [])]),
      must('fetch/no-connection-no-response', anyError),
    ],
  },
  { fact: { kind: 'requests', at: target }, rulings: [must('rfc9110/https-is-secured', '0')] },
];

/** A certificate that the client must not accept, at the target as on the first hop. */
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
