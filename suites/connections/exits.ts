import { following } from '../rulings/following.ts';
import { should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Abort } from '../vocabulary/call.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly routes: Routes;
  readonly end: Place;
  readonly abort?: Abort;
}

const rows: readonly Row[] = [
  {
    name: 'chain',
    title: 'from http to https and to another host',
    routes: {
      [start]: { status: 302, location: '{home-tls}/middle', body: 'moved' },
      '{home-tls}/middle': { status: 302, location: '{other-tls}/target', body: 'moved' },
      '{other-tls}/target': { status: 200, body: 'arrived' },
    },
    end: '{other-tls}/target',
  },
  {
    name: 'abort',
    title: 'that the caller aborted',
    routes: { [start]: { status: 302, location: target }, [target]: { raw: '' } },
    end: target,
    abort: { on: { request: target } },
  },
];

const toScenario = ({ name, title, routes, end, abort }: Row): Scenario =>
  scenario({
    id: `connections/exit-after-${name}`,
    title: `Whether the process ends after a chain ${title}`,
    routes,
    call: { method: 'GET', url: start, ...(abort && { abort }) },
    checks: [
      { fact: { kind: 'followed', to: end }, rulings: following[302] },
      { fact: { kind: 'exit' }, rulings: [should('common/nothing-piles-up', 'ends')] },
    ],
  });

/** No resource of a chain keeps the process of the client alive. */
export const exits: readonly Scenario[] = rows.map(toScenario);
