import { expect, test } from 'vitest';
import type { Fact } from '../vocabulary/fact.ts';
import { changeClause } from './clause.ts';

const target = { at: '{home}/target' } as const;

test.for<[fact: Fact, before: string, after: string, clause: string]>([
  [{ kind: 'settled' }, 'response', 'hung', 'the call never ends (before: the call returns a response)'],
  [
    { kind: 'settled' },
    'crashed: exit code 3',
    'error',
    'the call fails with an error (before: the process crashes (exit code 3))',
  ],
  [
    { kind: 'request', ...target },
    'PUT, same body',
    'PUT, body lost',
    'the client sends PUT and loses the body (before: the client sends PUT with the body of the caller)',
  ],
  [
    { kind: 'canary', secret: 'authorization', at: 'sub' },
    'sent',
    'absent',
    'the secret in `authorization` is no longer sent to a subdomain',
  ],
  [{ kind: 'canary', secret: 'cookie', at: 'sub' }, 'absent', 'sent', 'the secret in `cookie` is now sent to a subdomain'],
  [
    { kind: 'field', name: 'Accept', ...target },
    'absent',
    'a <b> (c)',
    'the request to a subdomain has the field `Accept` with `a <b> (c)` (before: the request to a subdomain lacks the field `Accept`)',
  ],
  [
    { kind: 'next', after: '{home}/start' },
    'returned 302',
    '{other}/b?c',
    'the client goes to `{other}/b?c` (before: the caller gets the response 302)',
  ],
  [{ kind: 'redirected' }, 'true', 'of another version', 'of another version (before: the client reports a redirect)'],
  [{ kind: 'redirected' }, 'true', '<where> <img>', '<where> <img> (before: the client reports a redirect)'],
])('%j: %s, then %s', ([fact, before, after, clause]) => {
  expect(changeClause(fact, before, after, 'a subdomain')).toBe(clause);
});
