import type { Fact, FactKind } from '../vocabulary/fact.ts';

/** What stands around a finding where no heading names its fact; `<…>` stands for the finding or a member of the fact. */
const forms: Readonly<Record<FactKind, string>> = {
  settled: '<value>',
  followed: '<value>',
  outcome: '<value>',
  'error-name': 'name of the error: <value>',
  request: '<value>',
  'content-headers': 'content headers <value>',
  framing: 'framing <value>',
  canary: '<secret> <value>',
  next: '<value>',
  field: '<name>: <value>',
  'signed-region': 'region of the signature: <value>',
  protocol: '<value>',
  route: '<value>',
  requests: 'requests: <value>',
  preflights: 'preflights: <value>',
  delivered: 'delivered: <value>',
  failed: 'failed calls: <value>',
  'answer-bytes': 'bytes of answers: <value>',
  'response-body': 'body: <value>',
  'response-header': '<name>: <value>',
  'final-url': 'final URL <value>',
  redirected: 'redirected: <value>',
  connections: 'connections: <value>',
  'left-open': 'connections left open: <value>',
  exit: 'process <value>',
  reuse: '<value>',
  'same-field': '<name>: <value>',
  'server-name': 'server name <value>',
  'client-certificate': 'certificate of the caller <value>',
  'callers-objects': 'objects of the caller <value>',
  told: 'redirects passed to the caller: <value>',
  history: 'history: <value>',
  'history-header': '<name> of the redirect: <value>',
};

const ordinal = (what: string, number: number | undefined): string =>
  number === undefined || number === 1 ? '' : `${what} ${number}: `;

/** A finding in words that need no heading: `call 2: returned 200`, `authorization sent`. */
export function describeFinding(fact: Fact, value: string): string {
  const members: Readonly<Record<string, unknown>> = { ...fact, value };
  const { call, visit }: { readonly kind: FactKind; readonly call?: number; readonly visit?: number } = fact;
  const words = forms[fact.kind].replace(/<(\w+)>/g, (_, name: string) => String(members[name]));
  return ordinal('call', call) + ordinal('visit', visit) + words;
}
