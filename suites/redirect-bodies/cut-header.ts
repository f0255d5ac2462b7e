import { must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { start } from './checks.ts';

interface Cut {
  readonly name: string;
  readonly title: string;
  /** What is left of the header section. */
  readonly rest: Template;
  /** Where somebody would go who takes it for whole. */
  readonly to: Place;
}

const cuts: readonly Cut[] = [
  { name: 'in-location', title: 'inside its Location', rest: 'Location: {home}/tar', to: '{home}/tar' },
  { name: 'after-location', title: 'behind its Location', rest: 'Location: {home}/target\r\n', to: '{home}/target' },
  { name: 'in-another-field', title: 'inside another field', rest: 'Location: {home}/target\r\nContent-Le', to: '{home}/target' },
];

/** What was meant cannot be told from half a header section: Location might have gone on, or been followed by another. */
export const cutHeader: readonly Scenario[] = cuts.map(({ name, title, rest, to }) =>
  scenario({
    id: `redirect-bodies/cut-${name}`,
    title: `302 that breaks off ${title}`,
    routes: {
      [start]: { raw: `HTTP/1.1 302 Found\r\n${rest}`, ending: 'close' as const },
      [to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    checks: [{ fact: { kind: 'followed', to }, rulings: [must('rfc9112/cut-header-says-nothing', not('followed'))] }],
  }),
);
