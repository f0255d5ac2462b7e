import { understood } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';
const hint: Place = '{home}/hint';

interface Row {
  readonly name: string;
  readonly title: string;
  /** The interim responses, each with its fields. */
  readonly interim: readonly (readonly [statusLine: string, ...fields: readonly Template[]])[];
  /** The final response; a redirect to the target unless given. */
  readonly status?: 200 | 302 | 307;
}

const rows: readonly Row[] = [
  { name: '100', title: 'an unexpected 100', interim: [['100 Continue']] },
  { name: '102', title: 'a 102', interim: [['102 Processing']] },
  { name: '103', title: 'a 103', interim: [['103 Early Hints', 'Link: </style.css>; rel=preload']] },
  { name: '199', title: 'an unregistered 1xx', interim: [['199 Any Moment Now']] },
  {
    name: 'several',
    title: 'a 100 and four 103',
    interim: [['100 Continue'], ...['a', 'b', 'c', 'd'].map((file) => ['103 Early Hints', `Link: </${file}.css>`] as const)],
  },
  { name: '100-post', title: 'a 100, for a POST', interim: [['100 Continue']], status: 307 },
  { name: '103-with-location', title: 'a 103 with a Location of its own', interim: [['103 Early Hints', `Location: ${hint}`]] },
  {
    name: '103-with-location-then-200',
    title: 'a 103 with Location',
    interim: [['103 Early Hints', `Location: ${hint}`]],
    status: 200,
  },
];

const reasons = { 200: 'OK', 302: 'Found', 307: 'Temporary Redirect' } as const;

const rawAnswer = ({ interim, status = 302 }: Row): Template =>
  [
    ...interim.map(([statusLine, ...fields]) => [`HTTP/1.1 ${statusLine}`, ...fields, '', ''].join('\r\n')),
    [
      `HTTP/1.1 ${status} ${reasons[status]}`,
      ...(status === 200 ? [] : [`Location: ${target}`]),
      'Content-Length: 5',
      '',
      'moved',
    ].join('\r\n'),
  ].join('');

const hintIgnored: Check = {
  fact: { kind: 'requests', at: hint },
  rulings: [must('fetch/location-only-in-redirects', '0'), should('rfc9110/location-by-status', '0')],
};

const toScenario = (row: Row): Scenario => {
  const { name, title, interim, status = 302 } = row;
  const returned = `returned ${status}` as const;
  const followed = status === 200 ? returned : 'followed';
  const hasLocation = interim.some(([, ...fields]) => fields.some((field) => field.startsWith('Location')));
  return scenario({
    id: `status-coverage/interim-${name}`,
    title: `${status} after ${title}`,
    routes: {
      '{home}/start': { raw: rawAnswer(row) },
      [target]: { status: 200, body: 'arrived' },
      [hint]: { status: 200, body: 'a hint' },
    },
    call: { method: status === 307 ? 'POST' : 'GET', url: '{home}/start', ...(status === 307 && { body: 'name=Zoë' }) },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [
          must('fetch/interim-responses-skipped', followed),
          must('rfc9110/interim-responses-parsed', status === 200 ? returned : understood(status)),
          must('adr-016/rule-1', followed),
        ],
      },
      ...(hasLocation ? [hintIgnored] : []),
    ],
  });
};

/** A 1xx is not the answer: the client keeps waiting, and the fields of the 1xx do not name a target. */
export const interimResponses: readonly Scenario[] = rows.map(toScenario);
