import { h, type ComponentChildren } from 'preact';
import { type Sequence, sequenceOf, type SequenceSource } from './sequence.ts';

type Step = Sequence['steps'][number];

const LANE = 200;
/** Where the line of the client stands, and how far the picture goes beyond the last lane: two lanes fit into a narrow window. */
const LEFT = 30;
const RIGHT = 80;
const HEAD = 52;
const STEP = 34;
const MARK = 16;
/** About so wide is a character of a label, in bold. */
const CHARACTER = 7.2;

const xOf = (lane: number): number => LEFT + lane * LANE;

const heightOf = ({ marks }: Step): number => STEP + marks.length * MARK;

const fit = (text: string, width: number): string => {
  const most = Math.floor(width / CHARACTER);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

function arrow({ kind, lane }: Step, y: number): ComponentChildren {
  if (kind === 'own') return h('circle', { cx: xOf(0), cy: y - 4, r: 4 });
  const [from, to] = kind === 'request' ? [xOf(0), xOf(lane)] : [xOf(lane), xOf(0)];
  const back = to > from ? -7 : 7;
  return [h('line', { x1: from, y1: y, x2: to, y2: y }), h('path', { d: `M${to} ${y}l${back} -4v8z` })];
}

function label(step: Step, lanes: number): { readonly x: number; readonly width: number } {
  if (step.kind === 'own') return { x: xOf(0) + 12, width: (lanes - 1) * LANE + RIGHT - 20 };
  return { x: xOf(0) + 10, width: step.lane * LANE - 20 };
}

function stepDrawn(step: Step, top: number, lanes: number): ComponentChildren {
  const { kind, text, marks } = step;
  const y = top + STEP - 8;
  const { x, width } = label(step, lanes);
  return h(
    'g',
    { key: top, class: `${kind}${marks.length > 0 ? ' wrong' : ''}` },
    h('title', {}, [text, ...marks].join('; ')),
    arrow(step, y),
    h('text', { x, y: kind === 'own' ? y : y - 6 }, fit(text, width)),
    marks.map((mark, index) => h('text', { class: 'mark', x, y: y + (index + 1) * MARK - 2 }, `✗ ${fit(mark, width - 14)}`)),
  );
}

/** The same for those who do not see it. */
const inWords = ({ lanes, steps }: Sequence): string =>
  steps
    .map(({ kind, lane, text, marks }) => {
      const name = lanes[lane]?.name ?? '';
      const start = { request: `to ${name}: `, answer: `from ${name}: `, own: '' }[kind];
      return `${start}${[text, ...marks.map((mark) => `wrong: ${mark}`)].join(', ')}`;
    })
    .join('; ');

/** What happened in a cell as a sequence diagram, from top to bottom. */
export function SequenceDiagram(source: SequenceSource): ComponentChildren {
  const sequence = sequenceOf(source);
  const { lanes, steps } = sequence;
  const tops = steps.map((_, index) => steps.slice(0, index).reduce((sum, step) => sum + heightOf(step), HEAD));
  const height = steps.reduce((sum, step) => sum + heightOf(step), HEAD) + 10;
  const width = xOf(Math.max(lanes.length - 1, 1)) + RIGHT;
  return h(
    'div',
    { class: 'sequence', tabIndex: 0, role: 'group', 'aria-label': 'Sequence of requests' },
    h(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': inWords(sequence) },
      lanes.map(({ name, role }, index) => [
        h('line', { class: 'life', x1: xOf(index), y1: HEAD - 6, x2: xOf(index), y2: height }),
        h('text', { class: 'lane', x: xOf(index), y: 18, 'text-anchor': 'middle' }, fit(name, LANE - 10)),
        h('text', { class: 'role', x: xOf(index), y: 35, 'text-anchor': 'middle' }, fit(role, LANE - 10)),
      ]),
      steps.map((step, index) => stepDrawn(step, tops[index] ?? 0, lanes.length)),
    ),
  );
}
