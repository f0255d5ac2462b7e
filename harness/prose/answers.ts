import { describeMoment, describeText } from '../../suites/vocabulary/answer-wording.ts';
import { STATUS_CODES } from 'node:http';
import type {
  Answer,
  Case,
  Condition,
  HeaderFields,
  RawAnswer,
  Response,
  Route,
  Scenario,
} from '../../suites/vocabulary/scenario.ts';
import { isProxy, origins, type Flaw, type Origin, type OriginName } from '../../suites/vocabulary/origin.ts';
import { concrete, urlOf } from '../concrete.ts';
import type { Item } from './outline.ts';

function describeBytes({ raw, ending }: RawAnswer): Item {
  if (raw === '') return { text: ending ? `no answer, but the connection: ${ending}` : 'no answer' };
  return { text: `these bytes: ${JSON.stringify(raw)}${ending ? `, then ${ending}` : ''}` };
}

function describeAnswer(answer: Answer): Item {
  const { text, items } = 'raw' in answer ? describeBytes(answer) : describeResponse(answer);
  const moment = describeMoment(answer);
  return { text: moment ? `${moment}: ${text}` : text, ...(items && { items }) };
}

function describeResponse(answer: Response): Item {
  const { status, reason = STATUS_CODES[status] ?? '', location, headers = [], body, trailers = [], sent: _, ...rest } = answer;
  const fields: HeaderFields = location === undefined ? headers : [['Location', location], ...headers];
  return {
    text: `${status} ${reason}`.trimEnd(),
    items: [
      ...fields.map(([name, value]) => ({ text: `${name}: ${value}` })),
      ...Object.entries(rest).map(([name, value]) => ({ text: `${name}: ${JSON.stringify(value)}` })),
      ...(body === undefined ? [] : [{ text: `body: ${describeText(body)}` }]),
      ...trailers.map(([name, value]) => ({ text: `trailer ${name}: ${value}` })),
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

const flaws: Readonly<Record<Flaw, string>> = {
  untrusted: ' (its certificate is from nobody)',
  misnamed: ' (its certificate is for another name)',
  expired: ' (its certificate is out of date)',
  closed: ' (nothing listens there)',
};

const flawOf = (name: OriginName): string => {
  const { flaw }: Origin = origins[name];
  return flaw ? flaws[flaw] : '';
};

/** What each place answers, the first condition that holds first; which origins listen; and what is answered everywhere else. */
export function answerItems(scenario: Scenario): readonly Item[] {
  const routes = Object.entries(scenario.routes).map(([place, route]) => ({
    text: place,
    items: routeItems(place, route),
  }));
  const { origins: named } = concrete(scenario);
  const places = named.map((name) => `{${name}} as ${urlOf(name, scenario.id)}${flawOf(name)}`);
  const elsewhere = named.some(isProxy) ? 'Anywhere else: 404; any other tunnel: opened' : 'Anywhere else: 404';
  return [...routes, { text: elsewhere }, { text: `Origins: ${places.join(', ')}` }];
}
