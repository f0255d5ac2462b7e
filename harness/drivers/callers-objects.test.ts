import { expect, test } from 'vitest';
import { CallersObjects } from './node/callers-objects.ts';

/** The names that are reported after a change of an object. */
function namesAfter<Value extends object>(value: Value, change: (value: Value) => void): readonly string[] {
  const objects = new CallersObjects();
  expect(objects.given(value)).toBe(value);
  change(value);
  return objects.changedNames();
}

const options = (): { method: string; headers: Record<string, string>; body: Uint8Array; signal: AbortSignal } => ({
  method: 'POST',
  headers: { Host: 'a', Accept: 'b' },
  body: new Uint8Array([1, 2]),
  signal: new AbortController().signal,
});

test('an object that nobody changed is not reported', () => {
  expect(namesAfter(options(), () => {})).toEqual([]);
});

test('members that were changed, added or removed are reported', () => {
  const change = (value: ReturnType<typeof options>): void => {
    value.method = 'GET';
    delete value.headers['Host'];
    value.headers['X-New'] = 'c';
    value.body[0] = 9;
  };
  expect(namesAfter(options(), change)).toEqual(['method', 'headers.Host', 'body', 'headers.X-New']);
});

test('Headers, Maps and lists of pairs are looked into', () => {
  expect(namesAfter(new Headers({ Host: 'a' }), (headers) => headers.delete('host'))).toEqual(['host']);
  expect(namesAfter(new Map([['Host', 'a']]), (map) => map.set('Host', 'b'))).toEqual(['Host']);
  expect(namesAfter([['Host', 'a']], (pairs) => pairs.pop())).toEqual(['0.0', '0.1']);
});

test('objects of other classes are distinguished, not looked into', () => {
  expect(namesAfter({ signal: new AbortController().signal }, (value) => (value.signal = AbortSignal.abort()))).toEqual([
    'signal',
  ]);
});
