import { must, not } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';

const listen: Call = { method: 'GET', url: start, through: 'event-source' };

const stream: Response = { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: arrived\n\n' };

const arrivesAt = (to: Place, origin: string): readonly Check[] => [
  { fact: { kind: 'followed', to }, rulings: [must('html/event-source-fetches', 'followed')] },
  { fact: { kind: 'final-url' }, rulings: [must('html/event-source-url', start)] },
  { fact: { kind: 'response-header', name: 'Message-Origin' }, rulings: [must('html/message-origin', origin)] },
];

const byStatus = redirectStatuses.map((status) =>
  scenario({
    id: `other-apis/event-source-${status}`,
    title: `An EventSource answered by ${status}`,
    covers: ['rm-eventsource-follow', 'hm-eventsource-url'],
    routes: { [start]: { status, location: '{home}/target' }, '{home}/target': stream },
    call: listen,
    checks: arrivesAt('{home}/target', '{home}'),
  }),
);

/** Redirects of an EventSource. */
export const eventSources: readonly Scenario[] = [
  ...byStatus,
  scenario({
    id: 'other-apis/event-source-to-another-host',
    title: 'An EventSource redirected to another host',
    covers: ['org-eventsource', 'hm-eventsource-url'],
    routes: {
      [start]: { status: 302, location: '{other}/target', headers: [['Access-Control-Allow-Origin', '*']] },
      '{other}/target': { ...stream, headers: [...(stream.headers ?? []), ['Access-Control-Allow-Origin', '*']] },
    },
    call: listen,
    checks: arrivesAt('{other}/target', '{other}'),
  }),
  scenario({
    id: 'other-apis/event-source-without-location',
    title: 'An EventSource answered by a 302 without Location',
    covers: ['nl-eventsource'],
    routes: { [start]: { status: 302 } },
    call: listen,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [must('html/event-source-fails', not('returned 200', 'returned 302', 'error: connection'))],
      },
      { fact: { kind: 'requests' }, rulings: [must('html/event-source-fails', '1')] },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-204',
    title: 'An EventSource redirected to a 204, which makes it stop',
    covers: ['e-eventsource-204'],
    routes: { [start]: { status: 302, location: '{home}/target' }, '{home}/target': { status: 204 } },
    call: listen,
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: [must('html/event-source-fetches', 'followed')] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: '{home}/target' }, oneOf: ['followed'] },
        rulings: [must('html/event-source-fails', not('returned 200', 'returned 204', 'error: connection'))],
      },
    ],
  }),
];
