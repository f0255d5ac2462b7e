import { scenario } from '../builders/scenario.ts';
import { dropped } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, CheckOf, Given, RulingOn } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { Phase } from './phases.ts';

const REPORTS = 50;
const VIEWS = 20;

/** Calls of one kind, and where the new domain has what they ask for. */
interface Traffic {
  readonly call: Call & { readonly url: PathPlace; readonly times: number };
  readonly to: PathPlace;
}

const cspReports: Traffic = {
  call: {
    method: 'POST',
    url: '{home}/r/d/csp/enforce',
    headers: [['Content-Type', 'application/csp-report']],
    body: '{"csp-report":{"document-uri":"https://example.com/","violated-directive":"img-src","blocked-uri":"https://example.net/ü.png"}}',
    times: REPORTS,
  },
  to: '{other}/r/d/csp/enforce',
};

const apiReports: Traffic = {
  call: {
    method: 'POST',
    url: '{home}/a/d/g',
    headers: [['Content-Type', 'application/reports+json']],
    body: '[{"type":"csp-violation","age":42,"url":"https://example.com/","body":{"effectiveDirective":"img-src"}}]',
    times: REPORTS,
  },
  to: '{other}/a/d/g',
};

const views: Traffic = { call: { method: 'GET', url: '{home}/account', times: VIEWS }, to: '{other}/account' };

const traffic: readonly Traffic[] = [cspReports, apiReports, views];

/** The first of the calls that are made of each kind. */
const firstCalls: readonly number[] = traffic.map((_, index) =>
  traffic.slice(0, index).reduce((sum, { call }) => sum + call.times, 1),
);

const ofCall = (index: number): { readonly call?: number } => {
  const call = firstCalls[index] ?? 1;
  return call === 1 ? {} : { call };
};

/** Whether the first call of a kind is followed; where there is nothing to follow, what the caller gets. */
const judgedOnce = ({ status, isFollowable }: Phase, to: PathPlace, index: number): Check =>
  isFollowable
    ? { fact: { kind: 'followed', to, ...ofCall(index) }, rulings: following[status] }
    : {
        fact: { kind: 'outcome', ...ofCall(index) },
        rulings: [
          must('fetch/missing-location-returned', 'returned 308'),
          may('rfc9110/redirect-needs-location', 'returned 308'),
          should('convention/nginx-308-without-location', 'returned 308'),
        ],
      };

/** How many of a number of reports arrive with their payload. */
function delivering({ status, isFollowable }: Phase, count: number): readonly RulingOn<'delivered'>[] {
  if (!isFollowable) return [];
  if (status === 301 || status === 302) {
    return [
      must('fetch/post-becomes-get', '0'),
      must('adr-016/rule-2', '0'),
      may('convention/moved-post-needs-307-or-308', ['0', `${count}`], 'With a GET the report is lost.'),
    ];
  }
  return [
    must('fetch/body-resent', `${count}`, dropped),
    must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', `${count}`, dropped),
    should('convention/moved-post-needs-307-or-308', `${count}`),
  ];
}

/** Only the payload of a report is judged: how many requests arrive, fail and cost is for the reader to compare. */
function checksOn(phase: Phase, { call: { url, times, body }, to }: Traffic, index: number): readonly Check[] {
  const given: Given | undefined = phase.isFollowable
    ? { fact: { kind: 'followed', to, ...ofCall(index) }, oneOf: ['followed'] }
    : undefined;
  const payload: CheckOf<'delivered'> = {
    fact: { kind: 'delivered', at: to },
    ...(given && { given }),
    rulings: delivering(phase, times),
  };
  return [
    judgedOnce(phase, to, index),
    ...(body === undefined ? [] : [payload]),
    { fact: { kind: 'requests', at: to }, rulings: [] },
    { fact: { kind: 'failed', to: url }, rulings: [] },
    { fact: { kind: 'requests', at: url }, rulings: [] },
    { fact: { kind: 'answer-bytes', at: url }, rulings: [] },
  ];
}

/** One phase of the move: all the traffic, and what became of it. */
export const scenarioOfPhase = (phase: Phase): Scenario =>
  scenario({
    id: `migration/${phase.name}`,
    title: phase.title,
    routes: Object.fromEntries(
      traffic.flatMap(({ call: { url, body }, to }) => [
        [url, phase.answer(to)],
        [to, { status: body === undefined ? 200 : 201 }],
      ]),
    ),
    calls: traffic.map(({ call }) => call),
    checks: traffic.flatMap((each, index) => checksOn(phase, each, index)),
  });
