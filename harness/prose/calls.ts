import { describeText } from '../../suites/vocabulary/answer-wording.ts';
import { describeOptions } from '../../suites/vocabulary/call-wording.ts';
import { isStreamed, type Call, type Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Item } from './outline.ts';

const bodyText = (body: NonNullable<Call['body']>): string =>
  isStreamed(body) ? body.stream.map((part) => JSON.stringify(part)).join(', ') : describeText(body);

/** What the caller asks for, and how: fields, options, and the body. */
export function callItems({ calls, atOnce }: Pick<Scenario, 'calls' | 'atOnce'>): readonly Item[] {
  const items = calls.map((call, index) => ({
    text: `${calls.length > 1 ? `Call ${index + 1}: ` : ''}${call.method} ${call.url}`,
    items: [
      ...(call.headers ?? []).map(([name, value]) => ({ text: `${name}: ${value}` })),
      ...describeOptions(call).map((text) => ({ text })),
      ...(call.body === undefined ? [] : [{ text: `body: ${bodyText(call.body)}` }]),
    ],
  }));
  return atOnce ? [...items, { text: 'All calls are made at once.' }] : items;
}
