import type { Call } from '../../suites/vocabulary/scenario.ts';
import type { Item } from './outline.ts';

function bodyItem(body: NonNullable<Call['body']>): Item {
  if (typeof body === 'string') return { text: `body: ${JSON.stringify(body)}` };
  const parts = body.stream.map((part) => JSON.stringify(part)).join(', ');
  return { text: `body, as a stream that can be read once: ${parts}` };
}

/** What the caller asks for, and how: fields, body, and the options of the client that say the rest. */
export function callItems(calls: readonly Call[]): readonly Item[] {
  return calls.map(({ method, url, headers = [], body, userinfo, ...options }, index) => ({
    text: `${calls.length > 1 ? `Call ${index + 1}: ` : ''}${method} ${url}`,
    items: [
      ...(userinfo === undefined ? [] : [{ text: `user name and password in the URL: ${userinfo}` }]),
      ...headers.map(([name, value]) => ({ text: `${name}: ${value}` })),
      ...Object.entries(options).map(([name, value]) => ({ text: `option ${name}: ${JSON.stringify(value)}` })),
      ...(body === undefined ? [] : [bodyItem(body)]),
    ],
  }));
}
