import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';
const arrived = { fact: { kind: 'followed', to: target }, oneOf: ['followed'] } as const;

/** Fields of the redirects are not fields of the final answer. */
export const lastAnswerOnly: Scenario = scenario({
  id: 'headers/last-answer-only',
  title: 'Fields of two redirects and of the final answer',
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

/** 8 kB of fields in each of five redirects: a lot in total, but not much for one answer. */
export const manyFields: Scenario = scenario({
  id: 'headers/many-fields',
  title: 'Five redirects with 8 kB of fields each',
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
