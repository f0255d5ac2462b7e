import { letterCases } from '../builders/letter-cases.ts';
import { unusualFields } from '../builders/unusual-fields.ts';
import { following } from '../rulings/following.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { conditionKeptAt, conditions, fields, keptAt } from './kept.ts';

interface Move {
  readonly name: string;
  readonly title: string;
  readonly start?: Place;
  /** The target of a first redirect, before the one to the last place. */
  readonly middle?: Place;
  readonly status: RedirectStatus;
  readonly to: Place;
  readonly call?: Partial<Call>;
}

const post: Partial<Call> = { method: 'POST', body: 'hello' };

const moves: readonly Move[] = [
  { name: '302-get', title: 'GET answered by a 302', status: 302, to: '{home}/target' },
  { name: '303-post', title: 'POST that becomes GET by 303', status: 303, to: '{home}/target', call: post },
  {
    name: '307-post-to-another-host',
    title: 'POST answered by a 307 to another host',
    status: 307,
    to: '{other}/target',
    call: post,
  },
  { name: '301-to-https', title: 'GET answered by a 301 to https', status: 301, to: '{home-tls}/target' },
];

/** Ways on which values are written again by other code. */
const longWays: readonly Move[] = [
  {
    name: '302-302-get',
    title: 'GET answered by a 302 to another host, then by another back',
    status: 302,
    middle: '{other}/middle',
    to: '{home}/target',
  },
  {
    name: '302-over-http2',
    title: 'GET answered by a 302 over HTTP/2',
    status: 302,
    start: '{h2}/start',
    to: '{h2}/target',
    call: { http2: true },
  },
  {
    name: '302-by-proxy',
    title: 'GET answered by a 302 through a proxy',
    status: 302,
    to: '{home}/target',
    call: { proxy: { http: { at: 'proxy' }, https: { at: 'proxy' } } },
  },
];

function toScenario(kind: string, title: string, move: Move, headers: HeaderFields, kept: readonly Check[]): Scenario {
  const { start = '{home}/start' } = move;
  return scenario({
    id: `headers/${kind}-${move.name}`,
    title: `${title}: ${move.title}`,
    covers: [move.to.startsWith('{home}') ? 'h-custom-kept-same-origin' : 'h-custom-kept-cross-origin'],
    routes: {
      [start]: { status: move.status, location: move.middle ?? move.to },
      ...(move.middle && { [move.middle]: { status: move.status, location: move.to } }),
      [move.to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start, headers, ...move.call },
    checks: [{ fact: { kind: 'followed', to: move.to }, rulings: following[move.status] }, ...kept],
  });
}

/** Values that are damaged easily arrive unchanged. */
export const unusualValues: readonly Scenario[] = [...moves, ...longWays].map((move) =>
  toScenario(
    'unusual-values',
    'Fields with unusual values',
    move,
    unusualFields,
    unusualFields.map(([name, value]) => keptAt(move.to, name, value)),
  ),
);

/** Fields of the caller arrive, in whatever letter case their names are. */
export const namesByCase: readonly Scenario[] = letterCases.flatMap(({ name, title, write }) =>
  moves.map((move) =>
    toScenario(
      `names-in-${name}-case`,
      `Fields with names in ${title}`,
      move,
      [...fields, ...conditions].map(([field, value]) => [write(field), value] as const),
      [
        ...fields.map(([field, value]) => keptAt(move.to, field, value)),
        ...conditions.map(([field, value]) => conditionKeptAt(move.to, field, value)),
      ],
    ),
  ),
);
