import type { Ruling } from '../../suites/vocabulary/check.ts';
import type { Fact, FactKind } from '../../suites/vocabulary/fact.ts';
import { credentialFields } from './credential-fields.ts';

/** What a deviation means for a user of the client, the gravest first. */
export const meanings = {
  credentials: 'Credentials leaked',
  data: 'Data lost',
  hangs: 'Hangs and crashes',
  target: 'Wrong target',
  answer: 'Wrong or missing answer',
  detail: 'Standards detail',
} as const;
export type Meaning = keyof typeof meanings;

export const meaningNames = Object.keys(meanings) as Meaning[];

const byKind: Readonly<Record<FactKind, Meaning>> = {
  settled: 'answer',
  followed: 'answer',
  outcome: 'answer',
  'error-name': 'detail',
  request: 'detail',
  'content-headers': 'detail',
  framing: 'detail',
  canary: 'credentials',
  next: 'target',
  field: 'detail',
  'signed-region': 'target',
  protocol: 'detail',
  route: 'target',
  requests: 'detail',
  preflights: 'detail',
  delivered: 'data',
  failed: 'answer',
  'answer-bytes': 'detail',
  'response-body': 'answer',
  'response-header': 'answer',
  'final-url': 'answer',
  redirected: 'answer',
  connections: 'detail',
  'left-open': 'detail',
  exit: 'hangs',
  reuse: 'detail',
  'same-field': 'detail',
  'server-name': 'target',
  'client-certificate': 'credentials',
  'callers-objects': 'data',
  told: 'detail',
  history: 'detail',
  'history-header': 'detail',
};

const isExpected = (missed: readonly Ruling[], pattern: RegExp): boolean =>
  missed.some(({ expect }) => 'oneOf' in expect && expect.oneOf.every((value) => pattern.test(value)));

/** Whether a field with a credential came where none may be. */
const isLeak = (name: string, value: string, where: string, missed: readonly Ruling[]): boolean =>
  credentialFields.includes(name.toLowerCase()) &&
  !['absent', ''].includes(value) &&
  where !== 'the same origin' &&
  isExpected(missed, /^absent$/);

/** Where the finding says more than the kind of its fact. */
function special(fact: Fact, value: string, where: string, missed: readonly Ruling[]): Meaning | undefined {
  switch (fact.kind) {
    case 'settled':
      return /^(hung|crashed)/.test(value) ? 'hangs' : undefined;
    case 'followed':
      return value === 'followed' ? 'target' : undefined;
    case 'next':
      return /^(error|returned)/.test(value) ? 'answer' : undefined;
    case 'request':
      return /body lost|cut short|other body/.test(value) || isExpected(missed, /same body|any body/) ? 'data' : undefined;
    case 'content-headers':
      return value.startsWith('lost') ? 'data' : undefined;
    case 'framing':
      return value.endsWith('body missing') ? 'data' : undefined;
    // A secret that is missing where it should be is no leak: the server refuses the request.
    case 'canary':
    case 'client-certificate':
      return value === 'absent' ? 'answer' : undefined;
    case 'field':
      return isLeak(fact.name, value, where, missed) ? 'credentials' : undefined;
    default:
      return undefined;
  }
}

/** What it means for a user that a finding misses these rulings. `where` says where the fact was read: `a subdomain`. */
export function meaningOf(fact: Fact, value: string, where: string, missed: readonly Ruling[]): Meaning {
  if (value.startsWith('cut off after')) return 'hangs';
  return special(fact, value, where, missed) ?? byKind[fact.kind];
}
