import { isProxy, type Flaw, type OriginName, originNamed } from '../../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { Item } from '../../../suites/wording/item.ts';
import { routeItems } from '../../../suites/wording/traffic.ts';
import { originsOf } from '../../concrete/concrete-scenario.ts';
import { urlOf } from '../../concrete/names.ts';

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

/** What each place answers, what is answered everywhere else, and which origins listen. */
export function answerItems(scenario: Scenario): readonly Item[] {
  const named = originsOf(scenario);
  const elsewhere = named.some(isProxy) ? 'Anywhere else: 404; any other tunnel is opened' : 'Anywhere else: 404';
  return [
    ...routeItems(scenario),
    { text: elsewhere },
    { text: `Origins: ${named.map((name) => originText(name, scenario.id)).join(', ')}` },
  ];
}
