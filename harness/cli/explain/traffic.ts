import { isProxy, type Flaw, type OriginName, originNamed } from '../../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { type DescribedCase, describeRoute } from '../../../suites/wording/answer.ts';
import { describeCall } from '../../../suites/wording/call.ts';
import { type DescribedLine, outlineText } from '../../../suites/wording/described-line.ts';
import { originsOf } from '../../concrete/concrete-scenario.ts';
import { urlOf } from '../../concrete/names.ts';
import type { Item } from './outline.ts';

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

const flaws: Readonly<Record<Flaw, string>> = {
  untrusted: ' (certificate from an untrusted issuer)',
  misnamed: ' (certificate for another name)',
  expired: ' (expired certificate)',
  closed: ' (nothing listens there)',
};

function originText(name: OriginName, scenarioId: string): string {
  const { flaw, address } = originNamed(name);
  const at = address === 'unix socket' ? ' (at a unix socket)' : '';
  return `{${name}} is ${urlOf(name, scenarioId)}${flaw ? flaws[flaw] : at}`;
}

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

/** What each place answers, what is answered everywhere else, and which origins listen. */
export function answerItems(scenario: Scenario): readonly Item[] {
  const named = originsOf(scenario);
  const elsewhere = named.some(isProxy) ? 'Anywhere else: 404; any other tunnel is opened' : 'Anywhere else: 404';
  return [
    ...Object.entries(scenario.routes).map(([place, route]) => ({
      text: place,
      items: describeRoute(place, route).map(caseItem),
    })),
    ...edgeItems(scenario),
    { text: elsewhere },
    { text: `Origins: ${named.map((name) => originText(name, scenario.id)).join(', ')}` },
  ];
}
