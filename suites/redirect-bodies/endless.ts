import { may } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { arrived, finalBody, start, target } from './checks.ts';

const eitherWay = 'A client may go on without the end of the body, or give up on it; it may not wait for ever.';

const endless = (name: string, title: string, lines: readonly Template[]): Scenario =>
  scenario({
    id: `redirect-bodies/${name}`,
    title: `302 with ${title}`,
    covers: ['cr-slow-body-not-reused'],
    routes: { [start]: { raw: ['HTTP/1.1 302 Found', `Location: ${target}`, ...lines].join('\r\n') }, [target]: arrived },
    call: { method: 'GET', url: start },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [
          may('fetch/follows-by-default', 'followed', eitherWay),
          may('adr-016/rule-1', 'followed', eitherWay),
          may('convention/redirect-body-does-not-matter', ['followed', 'returned 302'], eitherWay),
        ],
      },
      finalBody,
    ],
  });

/** The server stops in the middle and keeps the connection open. */
export const endlessBodies: readonly Scenario[] = [
  endless('endless-length', 'a body that stops before its length is reached', ['Content-Length: 1000', '', 'moved']),
  endless('endless-chunks', 'chunks that never end', ['Transfer-Encoding: chunked', '', '5', 'moved', '']),
];
