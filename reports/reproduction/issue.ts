import type { Column } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { findingClause } from '../../suites/wording/clause.ts';
import { describePlace } from '../../suites/wording/requirement.ts';
import { answerInShort } from '../model/answer-in-short.ts';
import type { SketchedRequest, Sketch, SketchedOutcome } from '../model/sketch.ts';
import type { CellDeviation } from './cell-deviations.ts';
import { filled } from './fill.ts';
import { reasonPhrases } from './reason-phrases.ts';
import type { Reproduction } from './reproduction.ts';

/** A text for the issue tracker of a client. */
export interface Issue {
  readonly title: string;
  /** Markdown, below 2 KB. */
  readonly text: string;
  /** A secret reaches an origin that it was not meant for: it belongs to the security contact of the client, and in no public issue. */
  readonly isConfidential: boolean;
}

/** What an issue is about. */
export interface IssueSubject {
  readonly scenario: Scenario;
  readonly column: Pick<Column, 'client' | 'version' | 'runtime'>;
  readonly sketch: Sketch;
  readonly deviations: readonly CellDeviation[];
  readonly reproduction: Reproduction;
}

/** The most that an issue may have, in bytes of UTF-8. */
const LONGEST_ISSUE = 2047;

/** How much of a story is told. */
interface Detail {
  readonly exchanges: number;
  readonly deviations: number;
  readonly line: number;
}

/** The most first. The last one always fits. */
const details: readonly Detail[] = [
  { exchanges: 8, deviations: 4, line: 300 },
  { exchanges: 4, deviations: 2, line: 200 },
  { exchanges: 2, deviations: 1, line: 120 },
];

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** Code in Markdown: no text can end it. */
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll(/[^ -~\u00a1-\uffff]/g, '?')}\``;

function answerTo(request: SketchedRequest, scenario: Scenario): string {
  const answer = answerInShort(request, scenario);
  if (answer === undefined) return '404';
  if (answer === 'raw') return 'bytes that are no usual answer';
  const { status, reason = reasonPhrases[status] ?? '', location } = answer;
  return `${status} ${reason}`.trimEnd() + (location === undefined ? '' : `, Location: ${filled(location)}`);
}

const exchangeText = (request: SketchedRequest, scenario: Scenario): string =>
  `${request.method} ${filled(`{${request.origin}}`)}${request.target} → ${answerTo(request, scenario)}`;

function outcomeText(outcome: SketchedOutcome): string {
  switch (outcome.kind) {
    case 'response':
      return `The caller gets ${outcome.status}.`;
    case 'error':
      return `The caller gets ${code(`${outcome.error.name}: ${outcome.error.message}`)}.`;
    case 'non-error':
      return `The caller gets ${code(outcome.thrown)}, which is not an Error.`;
    case 'hung':
      return 'The caller gets nothing: the call never settles.';
    case 'crashed':
      return 'The caller gets nothing: the process ends.';
  }
}

const whereOf = (fact: CellDeviation['fact']): string =>
  'at' in fact && fact.at !== undefined ? placeText(fact.at) : 'the origin';

/** A place is text with a placeholder, and an origin is a name. */
const placeText = (at: string): string => code(filled(at.startsWith('{') ? at : `{${at}}`));

/** What a client does, in words. The words for a change say that it is one. */
const clauseOf = ({ fact, finding }: CellDeviation): string => filled(findingClause(fact, finding, whereOf(fact)));

function deviationLines(deviation: CellDeviation, line: number): readonly string[] {
  const { expected, requirement } = deviation;
  const { url, statement, level } = requirement;
  const place = url === undefined ? describePlace(requirement) : `[${describePlace(requirement)}](${url})`;
  return [
    `- Found: ${cut(clauseOf(deviation), line)}.`,
    `  Expected: it ${cut(filled(expected), line)}. ${place} (${level}): ${cut(statement, line)}`,
  ];
}

function listed<Item>(
  items: readonly Item[],
  most: number,
  linesOf: (item: Item) => readonly string[],
  count = items.length,
): readonly string[] {
  const left = count - most;
  return [...items.slice(0, most).flatMap(linesOf), ...(left > 0 ? [`- … and ${left} more`] : [])];
}

/** How a reader gets to see it: the lines of the head of the script say what it needs. */
const reproductionLines = (reproduction: Reproduction): readonly string[] =>
  'none' in reproduction
    ? [`There is no script for it: ${reproduction.none}.`]
    : [
        `The attached ${code(reproduction.file)} needs nothing but the client and its runtime. It starts servers on loopback, makes the call, and prints every request and the result:`,
        '',
        ...reproduction.steps.map((step) => `    ${step}`),
      ];

const once = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

function textWith({ scenario, column, sketch, deviations, reproduction }: IssueSubject, detail: Detail): string {
  const { requests, leftOut, outcomes } = sketch;
  const exchanges = listed(
    requests,
    detail.exchanges,
    (request) => [`- ${code(cut(exchangeText(request, scenario), detail.line))}`],
    requests.length + leftOut,
  );
  return [
    `${cut(filled(scenario.title), detail.line)}:`,
    '',
    ...exchanges,
    '',
    ...once(outcomes.map(outcomeText))
      .slice(0, 2)
      .map((text) => cut(text, detail.line)),
    '',
    ...listed(deviations, detail.deviations, (deviation) => deviationLines(deviation, detail.line)),
    '',
    `Seen with ${column.client} ${column.version} (${column.runtime}).`,
    '',
    ...reproductionLines(reproduction),
    '',
  ].join('\n');
}

/** A secret of the caller that went where it must not. */
const isLeak = ({ fact, finding }: CellDeviation): boolean =>
  (fact.kind === 'canary' || fact.kind === 'client-certificate') && finding === 'sent';

/** Writes what a client does, what is expected by which clause, and how to see it: ready to paste, without a word about this project. Undefined if it does nothing wrong. */
export function issueOf(subject: IssueSubject): Issue | undefined {
  const [first] = subject.deviations;
  if (!first) return undefined;
  const texts = details.map((detail) => textWith(subject, detail));
  const text = texts.find((each) => bytesIn(each) <= LONGEST_ISSUE) ?? texts.at(-1) ?? '';
  return {
    title: cut(`${filled(subject.scenario.title)}: ${clauseOf(first)}`, 120),
    text,
    isConfidential: subject.deviations.some(isLeak),
  };
}
