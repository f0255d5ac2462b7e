import type { Scenario } from '../vocabulary/scenario.ts';
import { type DescribedCase, describeRoute } from './answer.ts';
import { describeCall } from './call.ts';
import { type DescribedLine, outlineText } from './described-line.ts';
import type { Item } from './item.ts';

/** Lines as an item: the first is its text, the others stand below. */
function lineItem([first, ...rest]: readonly DescribedLine[], prefix: string): Item {
  return {
    text: prefix + (first ? outlineText(first) : ''),
    items: rest.map((line) => ({ text: outlineText(line) })),
  };
}

/** What the caller asks for: method and URL, options, fields and the body of each call. */
export function callItems({ calls, atOnce }: Pick<Scenario, 'calls' | 'atOnce'>): readonly Item[] {
  const items = calls.map((call, index) => lineItem(describeCall(call), calls.length > 1 ? `Call ${index + 1}: ` : ''));
  return atOnce ? [...items, { text: 'All calls are made at once.' }] : items;
}

const caseItem = ({ condition, lines }: DescribedCase): Item => lineItem(lines, condition === undefined ? '' : `${condition}: `);

/** The edge server of a scenario, and what happens between its calls. */
const edgeItems = ({ edge, events = [] }: Scenario): readonly Item[] => [
  ...(edge ? [{ text: `{${edge.at}} is an edge server with a cache, in front of {${edge.origin}}` }] : []),
  ...events.map(({ beforeCall, title, seconds, invalidate }) => ({
    text: `before call ${beforeCall}: ${title}`,
    items: [
      ...(seconds === undefined ? [] : [{ text: `the clock of the edge server goes on by ${seconds} s` }]),
      ...(invalidate === undefined ? [] : [{ text: `the edge server forgets ${invalidate}` }]),
    ],
  })),
];

/** What each place answers, and what happens between the calls. */
export const routeItems = (scenario: Scenario): readonly Item[] => [
  ...Object.entries(scenario.routes).map(([place, route]) => ({
    text: place,
    items: describeRoute(place, route).map(caseItem),
  })),
  ...edgeItems(scenario),
];
