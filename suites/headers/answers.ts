import { following } from '../following.ts';
import { must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';
const arrived = { fact: { kind: 'followed', to: target }, oneOf: ['followed'] } as const;

/** Fields of an answer on the way are no fields of the last one. */
export const lastAnswerOnly: Scenario = scenario({
  id: 'headers/last-answer-only',
  title: 'Fields of two redirects and of the answer behind them',
  covers: ['h-multiple-response-headers-per-hop'],
  routes: {
    '{home}/start': {
      status: 301,
      location: '{home}/middle',
      headers: [
        ['X-First', 'yes'],
        ['X-Stop', 'first'],
      ],
    },
    '{home}/middle': { status: 302, location: target, headers: [['X-Stop', 'second']] },
    [target]: { status: 200, headers: [['X-Stop', 'last']], body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start' },
  checks: [
    { fact: { kind: 'followed', to: target }, rulings: following[302] },
    { fact: { kind: 'response-header', name: 'X-Stop' }, given: arrived, rulings: [must('common/response-is-one', 'last')] },
    { fact: { kind: 'response-header', name: 'X-First' }, given: arrived, rulings: [must('common/response-is-one', 'absent')] },
    { fact: { kind: 'response-header', name: 'Location' }, given: arrived, rulings: [must('common/response-is-one', 'absent')] },
  ],
});

const filler: HeaderFields = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [`X-Filler-${number}`, 'x'.repeat(1000)] as const);

/** 8 kB of fields in each of five redirects: much for a sum, little for an answer. */
export const manyFields: Scenario = scenario({
  id: 'headers/many-fields',
  title: 'Five redirects with eight kilobytes of fields each',
  covers: ['h-header-size-total-limit'],
  routes: {
    '{home}/start': { status: 302, location: '{home}/1', headers: filler },
    '{home}/1': { status: 302, location: '{home}/2', headers: filler },
    '{home}/2': { status: 302, location: '{home}/3', headers: filler },
    '{home}/3': { status: 302, location: '{home}/4', headers: filler },
    '{home}/4': { status: 302, location: target, headers: filler },
    [target]: { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start' },
  checks: [{ fact: { kind: 'followed', to: target }, rulings: following[302] }],
});
