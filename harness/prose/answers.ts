import { STATUS_CODES } from 'node:http';
import { isProxy } from '../../suites/vocabulary/origin.ts';
import type { Answer, Case, Condition, HeaderFields, Route, Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete, urlOf } from '../concrete.ts';
import type { Item } from './outline.ts';

function describeAnswer(answer: Answer): Item {
  if ('raw' in answer) {
    const { raw, ...rest } = answer;
    const after = Object.values(rest).map((deed) => `, then ${deed}`);
    return { text: `these bytes: ${JSON.stringify(raw)}${after.join('')}` };
  }
  const { status, reason = STATUS_CODES[status] ?? '', location, headers = [], body, ...rest } = answer;
  const fields: HeaderFields = location === undefined ? headers : [['Location', location], ...headers];
  return {
    text: `${status} ${reason}`.trimEnd(),
    items: [
      ...fields.map(([name, value]) => ({ text: `${name}: ${value}` })),
      ...Object.entries(rest).map(([name, value]) => ({ text: `${name}: ${JSON.stringify(value)}` })),
      ...(body === undefined ? [] : [{ text: `body: ${JSON.stringify(body)}` }]),
    ],
  };
}

function describeCondition({ visit, method, header }: Condition): string {
  const parts = [
    ...(visit === undefined ? [] : [`it is request ${visit} at this place`]),
    ...(method === undefined ? [] : [`the method is ${method}`]),
    ...(header === undefined ? [] : [`${header.name} includes ${JSON.stringify(header.includes)}`]),
  ];
  return `if ${parts.join(' and ')}: `;
}

function caseItem({ when, answer }: Case): Item {
  const { text, items } = describeAnswer(answer);
  return { text: (when ? describeCondition(when) : '') + text, ...(items && { items }) };
}

const isCases = (route: Route): route is readonly Case[] => Array.isArray(route);

function routeItems(place: string, route: Route): readonly Item[] {
  if (!isCases(route)) return [caseItem({ answer: route })];
  const lastIsConditional = route.at(-1)?.when !== undefined;
  const otherwise = place.includes('}>') ? 'the tunnel' : '404';
  return [...route.map(caseItem), ...(lastIsConditional ? [{ text: `otherwise: ${otherwise}` }] : [])];
}

/** What each place answers, the first condition that holds first; which origins listen; and what is answered everywhere else. */
export function answerItems(scenario: Scenario): readonly Item[] {
  const routes = Object.entries(scenario.routes).map(([place, route]) => ({
    text: place,
    items: routeItems(place, route),
  }));
  const { origins: listening } = concrete(scenario);
  const origins = listening.map((name) => `{${name}} as ${urlOf(name, scenario.id)}`);
  const elsewhere = listening.some(isProxy) ? 'Anywhere else: 404; any other tunnel: opened' : 'Anywhere else: 404';
  return [...routes, { text: elsewhere }, { text: `Listening: ${origins.join(', ')}` }];
}
