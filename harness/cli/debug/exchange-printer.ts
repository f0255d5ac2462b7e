import { arrivalText, bytesText, headLines, resultText } from '../../../reports/model/record.ts';
import type { Answer } from '../../../suites/vocabulary/answer.ts';
import type { Outcome, RecordedRequest } from '../../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { describeAnswer } from '../../../suites/wording/answer.ts';
import { describeCall } from '../../../suites/wording/call.ts';
import { bodyLines, messageText, noteLines } from '../../../suites/wording/described-line.ts';
import { visible } from '../../../suites/wording/visible.ts';
import { fillIn } from '../../concrete/placeholders.ts';
import type { ScenarioWatcher } from '../../run/scenario-watcher.ts';

const STEP = '  ';

/** The calls of a scenario in words, with its real names. */
export const callTexts = ({ id, calls }: Scenario): readonly string[] =>
  calls.map((call) => fillIn(messageText(describeCall(call)), id));

/** Prints what happens in scenarios as plain lines, as it happens: an event and its time, and below it what was sent. Without a scenario, time begins with the first event. */
export class ExchangePrinter implements ScenarioWatcher {
  readonly #print: (line: string) => void;
  readonly #scenarioOf: (id: string) => Scenario | undefined;
  #calls: readonly string[] = [];
  #start: number | undefined;

  constructor(print: (line: string) => void, scenarioOf: (id: string) => Scenario | undefined = () => undefined) {
    this.#print = print;
    this.#scenarioOf = scenarioOf;
  }

  open(scenarioId: string): void {
    const scenario = this.#scenarioOf(scenarioId);
    this.#start = performance.now();
    this.#calls = scenario ? callTexts(scenario) : [];
    this.#print('');
    this.#print(scenario ? `${scenarioId}: ${scenario.title}` : scenarioId);
  }

  call(number: number): void {
    this.#event(`call ${number}`, this.#calls[number - 1]);
  }

  head(number: number, request: RecordedRequest): void {
    this.#event(`request ${number} to ${arrivalText(request)}`, messageText(headLines(request)));
  }

  end(number: number, { body, complete }: RecordedRequest): void {
    const lines = [
      ...bodyLines(bytesText(body)),
      ...noteLines(complete ? [] : ['the connection ended before the body was complete']),
    ];
    if (lines.length > 0) this.#event(`body of request ${number}`, messageText(lines).trimStart());
  }

  answer(number: number, answer: Answer): void {
    this.#event(`answer to request ${number}`, messageText(describeAnswer(answer)));
  }

  outcome(number: number, outcome: Outcome): void {
    this.#event(`call ${number} has settled; the caller gets`, resultText(outcome));
  }

  blocked(address: string): void {
    this.#event(`refused: ${address} is not an origin of this scenario`);
  }

  /** A line that the client printed; nothing is shown of those before the first scenario. */
  printed(line: string): void {
    if (this.#start !== undefined) this.#event(`printed: ${line}`);
  }

  #event(what: string, text?: string): void {
    this.#start ??= performance.now();
    const time = `+${Math.round(performance.now() - this.#start)} ms`;
    this.#print(`${STEP}${time.padEnd(8)} ${visible(what)}`);
    for (const line of text?.trimEnd().split('\n') ?? []) this.#print(line === '' ? '' : `${STEP}${STEP}${visible(line)}`);
  }
}
