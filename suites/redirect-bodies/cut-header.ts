import { must, not } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { redirectStart } from './shared.ts';

interface Cut {
  readonly name: string;
  readonly title: string;
  /** The part of the header section that is sent. */
  readonly rest: Template;
  /** Where a client would go that treats this part as complete. */
  readonly to: Place;
}

const cuts: readonly Cut[] = [
  { name: 'in-location', title: 'inside its Location', rest: 'Location: {home}/tar', to: '{home}/tar' },
  { name: 'after-location', title: 'after its Location', rest: 'Location: {home}/target\r\n', to: '{home}/target' },
  { name: 'in-another-field', title: 'inside another field', rest: 'Location: {home}/target\r\nContent-Le', to: '{home}/target' },
];

/** An incomplete header section does not show the target: Location may be incomplete, or another Location may follow. */
export const cutHeader: readonly Scenario[] = cuts.map(({ name, title, rest, to }) =>
  scenario({
    id: `redirect-bodies/cut-${name}`,
    title: `302 that breaks off ${title}`,
    routes: {
      [redirectStart]: { raw: `HTTP/1.1 302 Found\r\n${rest}`, ending: 'close' as const },
      [to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: redirectStart },
    checks: [{ fact: { kind: 'followed', to }, rulings: [must('rfc9112/cut-header-says-nothing', not('followed'))] }],
  }),
);
