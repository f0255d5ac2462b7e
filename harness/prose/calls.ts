import type { Abort, Call, Form, RedirectHook, Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Item } from './outline.ts';

function bodyItem(body: NonNullable<Call['body']>): Item {
  if (typeof body === 'string') return { text: `body: ${JSON.stringify(body)}` };
  const parts = body.stream.map((part) => JSON.stringify(part)).join(', ');
  return { text: `body, as a stream that can be read once: ${parts}` };
}

function formItem(form: Form): Item {
  if (form.as === 'blob') return { text: `body, as a Blob of type ${form.type}: ${JSON.stringify(form.text)}` };
  const kind = form.as === 'multipart' ? 'FormData' : 'URLSearchParams';
  return { text: `body, as ${kind}`, items: form.fields.map(([name, value]) => ({ text: `${name}: ${JSON.stringify(value)}` })) };
}

function momentOf(on: Abort['on']): string {
  if (on === 'start') return 'before the call begins';
  return 'request' in on
    ? `as soon as a request has come to ${on.request}`
    : `as soon as the answer of ${on.answer} has gone out`;
}

const abortItem = ({ on, reason }: Abort): Item => ({
  text: `${reason ? 'the deadline of the caller passes' : 'the caller gives up'} ${momentOf(on)}`,
});

function hookItems({ add = [], throwAt }: RedirectHook): readonly Item[] {
  return [
    { text: 'the caller is told of each redirect before it is followed' },
    ...add.map(([name, value]) => ({ text: `and then adds ${name}: ${value}` })),
    ...(throwAt === undefined ? [] : [{ text: `and throws at redirect ${throwAt}` }]),
  ];
}

/** What the caller asks for, and how: fields, body, and the options of the client that say the rest. */
export function callItems({ calls, atOnce }: Pick<Scenario, 'calls' | 'atOnce'>): readonly Item[] {
  const items = calls.map(({ method, url, headers = [], body, userinfo, form, abort, onRedirect, ...options }, index) => ({
    text: `${calls.length > 1 ? `Call ${index + 1}: ` : ''}${method} ${url}`,
    items: [
      ...(userinfo === undefined ? [] : [{ text: `user name and password in the URL: ${userinfo}` }]),
      ...headers.map(([name, value]) => ({ text: `${name}: ${value}` })),
      ...Object.entries(options).map(([name, value]) => ({ text: `option ${name}: ${JSON.stringify(value)}` })),
      ...(onRedirect ? hookItems(onRedirect) : []),
      ...(body === undefined ? [] : [bodyItem(body)]),
      ...(form ? [formItem(form)] : []),
      ...(abort ? [abortItem(abort)] : []),
    ],
  }));
  return atOnce ? [...items, { text: 'All calls are made at once.' }] : items;
}
