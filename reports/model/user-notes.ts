import type { Fact, FactKind } from '../../suites/vocabulary/fact.ts';
import { changeClause } from '../../suites/wording/clause.ts';
import type { Change } from './comparison.ts';
import { credentialFields } from './credential-fields.ts';
import { placeInWords } from './place-in-words.ts';

/** What a change means for those who use the client, the gravest first. */
export const userTopics = {
  hangs: 'Calls that never end, and crashes',
  credentials: 'Credentials',
  data: 'Data that is sent and received',
  target: 'Where requests go',
  errors: 'Errors and results of calls',
  rest: 'Other things',
} as const;
export type UserTopic = keyof typeof userTopics;

const topics: Readonly<Record<FactKind, UserTopic>> = {
  settled: 'errors',
  followed: 'target',
  outcome: 'errors',
  'error-name': 'errors',
  request: 'data',
  'content-headers': 'data',
  framing: 'data',
  canary: 'credentials',
  next: 'target',
  field: 'data',
  'signed-region': 'credentials',
  protocol: 'rest',
  route: 'target',
  requests: 'target',
  preflights: 'target',
  delivered: 'data',
  failed: 'errors',
  'answer-bytes': 'rest',
  'response-body': 'data',
  'response-header': 'data',
  'final-url': 'rest',
  redirected: 'rest',
  connections: 'rest',
  'left-open': 'rest',
  exit: 'hangs',
  reuse: 'rest',
  'same-field': 'data',
  'server-name': 'target',
  'client-certificate': 'credentials',
  'callers-objects': 'data',
  told: 'rest',
  history: 'rest',
  'history-header': 'rest',
};

/** Values that outweigh the kind of their fact. */
const topicsOfValues: readonly (readonly [kind: FactKind, value: RegExp, topic: UserTopic])[] = [
  ['settled', /^(hung|crashed)/, 'hangs'],
  ['next', /^error/, 'errors'],
  ['followed', /^error/, 'errors'],
];

function topicOf(fact: Fact, values: readonly string[]): UserTopic {
  if (fact.kind === 'field' && credentialFields.includes(fact.name.toLowerCase())) return 'credentials';
  const special = topicsOfValues.find(([kind, pattern]) => kind === fact.kind && values.some((value) => pattern.test(value)));
  return special?.[2] ?? topics[fact.kind];
}

/** One thing that users of a client will notice, whatever the number of scenarios that show it. */
export interface UserNote {
  readonly topic: UserTopic;
  /** A clause: `the secret in `authorization` is no longer sent to a subdomain`. */
  readonly text: string;
  readonly changes: readonly Change[];
}

/** What a change says to users; undefined where a side has no finding: then another check says what happened. */
function noteOf(change: Change): (Omit<UserNote, 'changes'> & { readonly change: Change }) | undefined {
  const { fact, scenario, before, after } = change;
  if (!before || !after || !('value' in before.finding) || !('value' in after.finding)) return undefined;
  const [was, is] = [before.finding.value, after.finding.value];
  if (was === is) return undefined;
  return { topic: topicOf(fact, [was, is]), text: changeClause(fact, was, is, placeInWords(fact, scenario)), change };
}

const isRegression = ({ changes: [first] }: UserNote): boolean => first?.kind === 'regression';

/** Every change that users of the client will notice, by topic: regressions first, then the most frequent. */
export function userNotes(changes: readonly Change[]): readonly UserNote[] {
  const all = changes.flatMap((change) => noteOf(change) ?? []);
  const groups = Map.groupBy(all, ({ topic, text, change: { kind } }) => JSON.stringify([topic, text, kind]));
  const order = Object.keys(userTopics);
  return [...groups.values()]
    .flatMap((members) =>
      members.slice(0, 1).map(({ topic, text }): UserNote => ({ topic, text, changes: members.map(({ change }) => change) })),
    )
    .toSorted(
      (a, b) =>
        order.indexOf(a.topic) - order.indexOf(b.topic) ||
        Number(isRegression(b)) - Number(isRegression(a)) ||
        b.changes.length - a.changes.length,
    );
}
