import type { Fact } from '../../../../suites/vocabulary/fact.ts';
import type { OriginName } from '../../../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../../../suites/vocabulary/scenario.ts';
import { describeFinding } from '../../../../suites/wording/finding.ts';
import { answerInShort } from '../../../model/answer-in-short.ts';
import { originInWords } from '../../../model/place-in-words.ts';
import type { SketchedRequest, Sketch, SketchedOutcome } from '../../../model/sketch.ts';
import type { CellDeviation } from '../../../reproduction/cell-deviations.ts';

/** Who takes part: the client, then the origins in the order in which they were asked. */
interface Lane {
  readonly name: string;
  /** How an origin stands to the one that the caller asked. */
  readonly role: string;
}

/** One arrow between the client and another lane, or what the client does by itself. */
interface Step {
  readonly kind: 'request' | 'answer' | 'own';
  /** The lane at the other end; 0 for what the client does by itself. */
  readonly lane: number;
  readonly text: string;
  /** What is wrong with it, in words. */
  readonly marks: readonly string[];
}

/** What happened in a cell as a sequence diagram shows it. */
export interface Sequence {
  readonly lanes: readonly Lane[];
  readonly steps: readonly Step[];
}

/** What a diagram is made of. */
export interface SequenceSource {
  readonly sketch: Sketch;
  readonly scenario: Pick<Scenario, 'calls' | 'routes'>;
  readonly deviations: readonly CellDeviation[];
}

/** Whether a request arrived at a place, or at an origin. */
function isAt({ origin, target, answeredBy }: SketchedRequest, at: string): boolean {
  if (!at.startsWith('{')) return origin === at;
  return answeredBy?.place === at || `{${origin}}${target.split('?', 1)[0]}` === at;
}

/** The place of a request among all; undefined if there is none, so that it is about what the caller got. */
function hopOf(fact: Fact, hops: readonly SketchedRequest[]): number | undefined {
  const placesOf = (at: string): readonly number[] => hops.flatMap((hop, index) => (isAt(hop, at) ? [index] : []));
  if (fact.kind === 'next') {
    const [first] = placesOf(fact.after);
    return first !== undefined && first + 1 < hops.length ? first + 1 : undefined;
  }
  const at = fact.kind === 'followed' ? fact.to : 'at' in fact ? fact.at : undefined;
  if (at === undefined) return undefined;
  const places = placesOf(at);
  return places['visit' in fact ? (fact.visit ?? 1) - 1 : 0];
}

function answerText(hop: SketchedRequest, scenario: SequenceSource['scenario']): string {
  const answer = answerInShort(hop, scenario);
  if (answer === undefined) return 'no answer of the scenario';
  if (answer === 'raw') return 'bytes that are no usual answer';
  return `${answer.status}${answer.location === undefined ? '' : ` to ${answer.location}`}`;
}

function outcomeText(outcome: SketchedOutcome): string {
  switch (outcome.kind) {
    case 'response':
      return `The caller gets ${outcome.status}`;
    case 'error':
      return `The caller gets ${outcome.error.name}: ${outcome.error.message}`;
    case 'non-error':
      return `The caller gets ${outcome.thrown}, no Error`;
    case 'hung':
      return 'The call never settles';
    case 'crashed':
      return `The process crashes: ${outcome.how}`;
  }
}

const once = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** The lanes and arrows of what happened, with what is wrong at the arrow that shows it. */
export function sequenceOf({ sketch, scenario, deviations }: SequenceSource): Sequence {
  const { requests, leftOut, outcomes } = sketch;
  const origins = once<OriginName>(requests.map(({ origin }) => origin));
  const marked = Map.groupBy(deviations, ({ fact }) => hopOf(fact, requests));
  const marksAt = (hop: number | undefined): readonly string[] =>
    once((marked.get(hop) ?? []).map(({ fact, finding }) => describeFinding(fact, finding)));
  const own = (text: string, marks: readonly string[] = []): Step => ({ kind: 'own', lane: 0, text, marks });
  const exchanges = requests.flatMap((hop, index): readonly Step[] => {
    const lane = origins.indexOf(hop.origin) + 1;
    return [
      { kind: 'request', lane, text: `${hop.method} ${hop.target}`, marks: marksAt(index) },
      { kind: 'answer', lane, text: answerText(hop, scenario), marks: [] },
    ];
  });
  const results = once(outcomes.map(outcomeText));
  const last = results.map((text, index) => own(text, index === results.length - 1 ? marksAt(undefined) : []));
  return {
    lanes: [{ name: 'client', role: '' }, ...origins.map((origin) => ({ name: origin, role: originInWords(origin, scenario) }))],
    steps: [...exchanges, ...(leftOut > 0 ? [own(`… ${leftOut} more requests`)] : []), ...last],
  };
}
