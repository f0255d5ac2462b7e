import { h, type ComponentChildren } from 'preact';
import type { CellRecord, RecordedExchange } from '../../../model/record.ts';
import { timelineColumns } from '../../../model/timeline-table.ts';

/** Text as it was sent, with the planted secrets marked. */
function wireText(kind: 'call' | 'request' | 'answer' | 'result', text: string): ComponentChildren {
  const pieces = text.split(/([a-z-]*canary-[0-9a-z-]+)/);
  return h(
    'pre',
    { class: kind },
    pieces.map((piece, index) => (index % 2 === 1 ? h('mark', { title: 'a planted secret' }, piece) : piece)),
  );
}

const exchangeItem = ({ to, request, answer }: RecordedExchange, number: number): ComponentChildren =>
  h(
    'li',
    { value: number },
    h('p', { class: 'to' }, `Request ${number} to ${to}`),
    wireText('request', request),
    wireText('answer', answer),
  );

/** One text for each call; the heading has a number if there are several. */
const perCall = (heading: string, kind: 'call' | 'result', texts: readonly string[]): ComponentChildren =>
  texts.map((text, index) => [h('h4', {}, texts.length > 1 ? `${heading} ${index + 1}` : heading), wireText(kind, text)]);

const list = (heading: string, texts: readonly string[]): ComponentChildren =>
  texts.length > 0 && [h('h4', {}, heading), wireText('result', texts.join('\n'))];

const timelineTable = (rows: CellRecord['timeline']): ComponentChildren =>
  rows.length > 0 && [
    h('h4', {}, 'Timeline'),
    h(
      'table',
      { class: 'timeline' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          timelineColumns.map(([head]) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(({ time, what, edge, origin, caller }) =>
          h(
            'tr',
            {},
            h('td', {}, time),
            h('th', { scope: 'row' }, what),
            [edge, origin].map((texts) =>
              h(
                'td',
                {},
                texts.map((text) => h('div', {}, text)),
              ),
            ),
            h('td', {}, caller),
          ),
        ),
      ),
    ),
  ];

const contents = ({
  calls,
  first,
  leftOut,
  last,
  results,
  others,
  blocked,
  timeline,
  printed,
}: CellRecord): ComponentChildren => [
  timelineTable(timeline),
  perCall('Call', 'call', calls),
  h('h4', {}, first.length === 0 ? 'No request reached a server' : 'Requests and answers'),
  h(
    'ol',
    {},
    first.map((each, index) => exchangeItem(each, index + 1)),
  ),
  leftOut > 0 && h('p', { class: 'left-out' }, `… ${leftOut} more requests …`),
  h(
    'ol',
    {},
    last.map((each, index) => exchangeItem(each, first.length + leftOut + index + 1)),
  ),
  list('Blocked attempts to reach unexpected hosts', blocked),
  list('Other observations', others),
  perCall('Result', 'result', results),
  list('Output of the client and its adapter', printed),
];

/** What was recorded in a cell; `undefined` until it is unpacked, `none` if the scenario was not run. */
type ShownRecord = CellRecord | 'none' | undefined;

interface RecordProps {
  readonly record: ShownRecord;
  readonly fault?: string | undefined;
  /** A picture of it. */
  readonly children?: ComponentChildren;
}

function recordContents(record: ShownRecord): ComponentChildren {
  if (record === undefined) return h('p', { 'aria-busy': true }, 'The exchanges are being unpacked.');
  return record === 'none' ? h('p', {}, 'The scenario was not run.') : contents(record);
}

/** What was recorded in a cell. */
export const RecordPanel = ({ record, fault, children }: RecordProps): ComponentChildren =>
  h(
    'section',
    { class: 'record' },
    h('h3', {}, 'What happened'),
    fault !== undefined && [
      h('p', {}, 'The harness or the adapter failed. This says nothing about the client.'),
      wireText('result', fault),
    ],
    children,
    recordContents(record),
  );
