import { isCredentialField } from '../../suites/wording/credential-field.ts';
import type { Relation } from '../../suites/vocabulary/origin.ts';
import type { ClientAnswer, Answered } from './answer.ts';

/** A clause with its verb for one client and for several. */
interface Clause {
  readonly one: string;
  readonly many: string;
}

const list = new Intl.ListFormat('en-GB');

const clause = (one: string, many: string, rest: string): Clause => ({ one: `${one} ${rest}`, many: `${many} ${rest}` });

const withoutBody = (method: string, hadBody: boolean): string => (hadBody ? `${method} without the body` : method);

/** How a call ended, where a reader would not expect it: it fails, or seems to be fine although the body is lost. */
function endOf(outcome: string, isLost: boolean): string {
  const returned = /^returned (\d+)$/.exec(outcome)?.[1];
  if (returned === undefined) return `, and the call fails (${outcome})`;
  return isLost ? `, and the caller gets ${returned}` : '';
}

function failureOf(outcome: string): Clause {
  if (outcome === 'hung') return clause('never', 'never', 'answers the caller');
  const [, how] = /^crashed: (.*)/.exec(outcome) ?? [];
  return how === undefined ? clause('fails', 'fail', `(${outcome})`) : clause('ends', 'end', `its process (${how})`);
}

/** What a client did with the request, in a few words. */
function deedOf({ request, outcome, fault }: ClientAnswer, { scenario }: Answered): Clause {
  const [call] = scenario.calls;
  const hadBody = call?.body !== undefined;
  if (fault !== undefined) return clause('could', 'could', 'not be asked');
  if (request === undefined) {
    const returned = /^returned (\d+)$/.exec(outcome)?.[1];
    return returned === undefined ? failureOf(outcome) : clause('does', 'do', `not follow, and the caller gets the ${returned}`);
  }
  const [method = '', body = ''] = request.split(', ');
  const isLost = hadBody && body !== 'same body';
  const end = endOf(outcome, isLost);
  const kept = method === call?.method;
  if (kept && body === 'same body') return clause('delivers', 'deliver', `the body${end}`);
  if (kept && !hadBody) return clause('arrives', 'arrive', `with ${method}${end}`);
  if (kept) return clause('sends', 'send', `${withoutBody(method, body === 'body lost' || body === 'no body')}${end}`);
  return clause('turns', 'turn', `it into ${withoutBody(method, hadBody && body === 'no body')}${end}`);
}

const newPlaces: Readonly<Record<Relation, string>> = {
  'same origin': 'the same origin',
  'other port': 'the new port',
  'other host': 'the new host',
  subdomain: 'the subdomain',
  'parent domain': 'the parent domain',
  'scheme up': 'https',
  'scheme down': 'plain http',
};

/** The names of columns, or `every client` if these are all. */
const subject = (columns: readonly string[], all: number): string =>
  columns.length === all && all > 1 ? 'every client' : list.format(columns);

const said = (columns: readonly string[], { one, many }: Clause, all: number): string =>
  `${subject(columns, all)} ${columns.length === 1 || columns.length === all ? one : many}`;

function groupsBy(
  answers: readonly ClientAnswer[],
  keyOf: (answer: ClientAnswer) => string,
): readonly (readonly ClientAnswer[])[] {
  return [...Map.groupBy(answers, keyOf).values()].toSorted((a, b) => b.length - a.length);
}

const columnsOf = (answers: readonly ClientAnswer[]): readonly string[] => answers.map(({ column }) => column);

/** The credentials of the caller that reached another origin. */
function leaked({ fields }: ClientAnswer, { relation, scenario }: Answered): readonly string[] {
  if (relation === 'same origin') return [];
  const written = scenario.calls.flatMap(({ headers = [] }) => headers.map(([name]) => name));
  const names = fields.map(({ name }) => name).filter(isCredentialField);
  return names.map((name) => written.find((each) => each.toLowerCase() === name) ?? name);
}

/** What the clients do with a redirect, in one sentence: `308: every client delivers the body; got also sends Cookie to the new host.` */
export function sentenceOf(answered: Answered): string {
  const { label, answers, relation } = answered;
  const all = answers.length;
  if (all === 0) return `${label}: no client was asked.`;
  const deeds = groupsBy(answers, (answer) => deedOf(answer, answered).one).map((group) =>
    group[0] ? said(columnsOf(group), deedOf(group[0], answered), all) : '',
  );
  const leaks = groupsBy(
    answers.filter((answer) => leaked(answer, answered).length > 0),
    (answer) => leaked(answer, answered).join(),
  ).map((group) => {
    const names = group[0] ? leaked(group[0], answered) : [];
    return said(columnsOf(group), clause('also sends', 'also send', `${list.format(names)} to ${newPlaces[relation]}`), all);
  });
  return `${label}: ${[...deeds, ...leaks].join('; ')}.`;
}

/** The clients that could not be asked, with the reason: `Not asked: aws-sdk/s3 (the client cannot send POST).` */
export function notAskedOf(questions: readonly Answered[]): readonly string[] {
  const all = questions.flatMap(({ notAsked }) => notAsked);
  return [...Map.groupBy(all, ({ because }) => because)].map(
    ([because, some]) => `Not asked: ${list.format(new Set(some.map(({ column }) => column)))} (${because}).`,
  );
}
