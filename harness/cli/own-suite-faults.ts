import { callsMade } from '../../suites/vocabulary/call.ts';
import { checkId, type Given, type OwnCheck } from '../../suites/vocabulary/check.ts';
import { type Fact, originsOfFact } from '../../suites/vocabulary/fact.ts';
import { isOwnOrigin, originOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { OwnSuiteFile } from '../../suites/vocabulary/own-suite.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete, originsOf } from '../concrete/concrete-scenario.ts';
import type { Fault } from './fault.ts';
import { valueFaults } from './ruling-faults.ts';

type OwnScenario = OwnSuiteFile['scenarios'][number];

const withChecks = (scenario: OwnScenario): Scenario => ({ ...scenario, checks: [] });

/** A URL names an origin only as it is serialized: in lower case, without a default port. */
function* originFaults(scenario: OwnScenario): Iterable<Fault> {
  for (const name of originsOf(withChecks(scenario)).filter(isOwnOrigin)) {
    if (!URL.canParse(name))
      yield { path: [], message: `${name} is no URL of an origin; expected one such as https://example.org:8443` };
    else if (new URL(name).origin !== name) yield { path: [], message: `write the origin ${name} as ${new URL(name).origin}` };
  }
}

function* placeholderFaults(scenario: OwnScenario): Iterable<Fault> {
  try {
    concrete(withChecks(scenario));
  } catch (error) {
    yield { path: [], message: (error as Error).message };
  }
}

function* factFaults(fact: Fact, scenario: OwnScenario): Iterable<Fault> {
  const listening = originsOf(withChecks(scenario));
  for (const origin of originsOfFact(fact))
    if (!listening.includes(origin))
      yield { path: [], message: `the scenario has no origin ${origin}; it has ${listening.join(', ')}; alsoListening adds one` };
  const { length } = callsMade(scenario.calls);
  if ('call' in fact && (fact.call ?? 1) > length)
    yield { path: ['call'], message: `there is no call ${fact.call}; the scenario has ${length}` };
}

function* checkFaults({ fact, given, rulings = [] }: OwnCheck, scenario: OwnScenario): Iterable<Fault> {
  for (const { path, message } of factFaults(fact, scenario)) yield { path: ['fact', ...path], message };
  const condition: Given | undefined = given;
  if (condition)
    for (const { path, message } of factFaults(condition.fact, scenario)) yield { path: ['given', 'fact', ...path], message };
  for (const { path, message } of valueFaults(fact.kind, rulings)) yield { path: ['rulings', ...path], message };
}

/** An edge server has no routes and serves one call after the other, and events happen before calls that are made. */
function* edgeFaults({ edge, events = [], routes, calls, atOnce }: OwnScenario): Iterable<Fault> {
  if (edge && atOnce) yield { path: ['atOnce'], message: 'an edge server needs calls one after the other; leave out atOnce' };
  for (const place of Object.keys(routes) as Place[])
    if (edge?.at === originOf(place))
      yield { path: ['routes'], message: `${place} is at the edge server, which has no routes; serve it at {${edge.origin}}` };
  const { length } = callsMade(calls);
  for (const [index, { beforeCall }] of events.entries())
    if (beforeCall > length)
      yield { path: ['events', index, 'beforeCall'], message: `there is no call ${beforeCall}; the scenario has ${length}` };
}

function* scenarioFaults(scenario: OwnScenario): Iterable<Fault> {
  yield* edgeFaults(scenario);
  if (scenario.calls.length === 0) yield { path: ['calls'], message: 'a scenario makes at least one call' };
  const wrongOrigins = [...originFaults(scenario)];
  yield* wrongOrigins;
  if (wrongOrigins.length === 0) yield* placeholderFaults(scenario);
  const seen = new Set<string>();
  for (const [index, check] of (scenario.checks ?? []).entries()) {
    const path = ['checks', index];
    const id = checkId(scenario.id, check);
    if (seen.has(id)) yield { path, message: `a check before it has the same id, ${id}; leave one out` };
    seen.add(id);
    for (const fault of checkFaults(check, scenario)) yield { path: [...path, ...fault.path], message: fault.message };
  }
}

/** Everything that is wrong with a suite of a user whose shape is right. */
export function* faultsOfOwnSuite({ id, scenarios }: OwnSuiteFile): Iterable<Fault> {
  const seen = new Set<string>();
  for (const [index, scenario] of scenarios.entries()) {
    const path = ['scenarios', index];
    if (!scenario.id.startsWith(`${id}/`)) yield { path: [...path, 'id'], message: `ids in this file begin with ${id}/` };
    if (seen.has(scenario.id)) yield { path: [...path, 'id'], message: `${scenario.id} is in the file twice` };
    seen.add(scenario.id);
    for (const fault of scenarioFaults(scenario)) yield { path: [...path, ...fault.path], message: fault.message };
  }
}
