import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nginxRedirect, type RedirectOfNginx } from '../../suites/builders/nginx-redirect.ts';
import { allScenarios } from '../../suites/index.ts';
import type { Answer, Routes } from '../../suites/vocabulary/answer.ts';
import { isBefore, isGivenBy } from '../../suites/vocabulary/nginx.ts';
import { originNamed, originOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { RedirectStatus } from '../../suites/vocabulary/status.ts';
import { concrete, type ConcreteRoute, type ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { connect, whenClosed } from '../fixtures/servers.ts';
import { HarnessFault } from '../fault.ts';
import { nginxAt } from './ask-nginx.ts';
import { findNginx } from './find-nginx.ts';
import { RunningNginx } from './running-nginx.ts';

const installed = findNginx();
/** Where the program is named it is required. */
const isExpected = installed !== undefined || Boolean(process.env['NGINX_PATH']);
const version = installed?.version ?? '';

const scenarioWith = (routes: Routes): ConcreteScenario =>
  concrete({ id: 'own/nginx', title: '', routes, calls: [], checks: [] });

const withoutDate = (bytes: string): string => bytes.replace(/^Date: .*$/m, 'Date: now');

/** The bytes that the scenario has, and those that nginx sends. */
interface Pair {
  readonly template: string;
  readonly real: string;
}

async function askedAt(nginx: RunningNginx, { url, place, cases: [first] }: ConcreteRoute, method = 'GET'): Promise<Pair> {
  const { host, pathname } = new URL(url);
  const { scheme } = originNamed(originOf(place));
  const bytes = Buffer.from(`${method} ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const real = await nginxAt(nginx.address).ask({ scheme, method, bytes });
  const answer: Answer = first?.answer ?? { status: 0 };
  return { template: 'raw' in answer ? answer.raw : '', real: real.toString('latin1') };
}

describe.skipIf(!isExpected)(isExpected ? 'the nginx of this machine' : 'nginx (none is found: set NGINX_PATH)', () => {
  const ways: readonly (readonly [RedirectStatus, RedirectOfNginx['by'] & string])[] = [
    ...([301, 302, 303, 307, 308] as const).flatMap((status) => [[status, 'return'] as const, [status, 'error page'] as const]),
    [301, 'rewrite'],
    [302, 'rewrite'],
    [301, 'folder'],
  ];
  const redirectFor = (from: Place, [status, by]: (typeof ways)[number], to: Place): Routes => ({
    [from]: nginxRedirect(status, to, { by, version }),
  });
  const placeOf = ([status, by]: (typeof ways)[number], origin: 'home' | 'home-tls'): Place =>
    `{${origin}}/${by.replace(' ', '-')}-${status}`;
  const own = scenarioWith(
    Object.assign(
      {},
      ...(['home', 'home-tls'] as const).flatMap((origin) =>
        ways.map((way) => redirectFor(placeOf(way, origin), way, `${placeOf(way, origin)}/` as Place)),
      ),
    ) as Routes,
  );
  const catalogue = allScenarios.map(concrete);
  let nginx: RunningNginx;

  beforeAll(async () => {
    if (!installed) throw new Error(`NGINX_PATH=${process.env['NGINX_PATH']} is no nginx`);
    nginx = await RunningNginx.start(installed, [own, ...catalogue]);
  });
  afterAll(async () => nginx[Symbol.asyncDispose]());

  test.for(own.routes.map(({ place }) => place))('sends the redirect of the template at %s', async (place) => {
    const route = own.routes.find((each) => each.place === place)!;
    const { template, real } = await askedAt(nginx, route);
    expect(withoutDate(real)).toBe(withoutDate(template));
  });

  test('sends no page in answer to HEAD', async () => {
    const { template, real } = await askedAt(nginx, own.routes[0]!, 'HEAD');
    expect(withoutDate(real)).toBe(withoutDate(template).replace(/(?<=\r\n\r\n)[^]*/, ''));
  });

  /** Without what differs from one version to the next, once the length is known to be right. */
  function withoutVersion(bytes: string): string {
    const [head = '', page = ''] = bytes.split(/(?<=\r\n\r\n)/, 2);
    expect(head).toContain(`Content-Length: ${page.length}\r\n`);
    const [, of = ''] = /^Server: nginx\/(.*)\r$/m.exec(head) ?? [];
    const withoutColour = isBefore(of, '1.15.4') ? page.replace('<body bgcolor="white">', '<body>') : page;
    return (
      withoutDate(head)
        .replace(/^Content-Length: .*$/m, 'Content-Length: n')
        .replaceAll(of, 'x') + withoutColour.replaceAll(of, 'x')
    );
  }

  const places = catalogue.flatMap(({ id, routes }) =>
    routes.flatMap((route) =>
      route.cases.flatMap(({ answer: { nginx: by } }) =>
        by && isGivenBy(by, version) ? [[`${id} ${route.place}`, route] as const] : [],
      ),
    ),
  );

  test('is asked for many answers of the catalogue', () => expect(places.length).toBeGreaterThan(30));

  test.for(places)('sends what the catalogue has, but for version and date: %s', async ([, route]) => {
    const { template, real } = await askedAt(nginx, route);
    expect(withoutVersion(real)).toBe(withoutVersion(template));
  });

  test('does not start with what it does not understand, and says where', async () => {
    const wrong = scenarioWith({ '{home}/a': { status: 302, nginx: { directives: 'retrun 302 /b;' } } });
    const start = RunningNginx.start(installed!, [wrong]);
    await expect(start).rejects.toThrow(HarnessFault);
    await expect(start).rejects.toThrow(/does not start: unknown directive "retrun" in .*nginx\.conf:\d+$/);
  });

  test('ends when the process that started it is killed', async () => {
    // Who is killed removes no files.
    await using temporary = await mkdtempDisposable(join(tmpdir(), 'redirect-conformance-'));
    const child = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/holds-nginx.ts')], {
      env: { ...process.env, TMPDIR: temporary.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const socket = connect(Number(port));
    await once(socket, 'connect');
    const closed = whenClosed(socket);
    child.kill('SIGKILL');
    await closed;
  });
});
