import { describe, test } from 'vitest';
import { main, plainAdapter, userFolder } from '../fixtures/command-line.ts';
import { findNginx } from '../nginx/find-nginx.ts';

const isExpected = findNginx() !== undefined || Boolean(process.env['NGINX_PATH']);

const files = { 'client.ts': plainAdapter('plain') };
const askingNginx = ['--client=./client.ts', '--servers=nginx'];

/** A suite of a user whose one redirect nginx gives by these directives. */
const house = (directives: string): string =>
  JSON.stringify({
    id: 'house',
    scenarios: [
      {
        id: 'house/moved',
        title: 'A page that moved',
        routes: {
          '{home}/old': { status: 301, location: '{home}/new', nginx: { directives } },
          '{home}/new': { status: 200, body: 'arrived' },
        },
        calls: [{ method: 'GET', url: '{home}/old' }],
      },
    ],
  });

test('without nginx, one line says how to install it', async ({ expect: x }) => {
  await using folder = await userFolder(files);
  const env = { NGINX_PATH: '/nowhere/nginx' };
  const { code, stderr } = await folder.start([main, ...askingNginx], { env }).ended;
  x(code).toBe(2);
  x(stderr).toMatch(/^redirect-conformance: --servers=nginx: no nginx is found; .*apt-get install nginx-light.*\n$/);
  x(await folder.written()).toEqual([]);
});

test('nginx cannot answer under MSW', async ({ expect: x }) => {
  await using folder = await userFolder(files);
  const { code, stderr } = await folder.run(...askingNginx, '--transport=msw');
  x({ code, stderr }).toEqual({
    code: 2,
    stderr: 'redirect-conformance: --servers=nginx needs --transport=wire: MSW answers before any server\n',
  });
});

describe.skipIf(!isExpected).concurrent(isExpected ? 'nginx answers' : 'nginx answers (none is found: set NGINX_PATH)', () => {
  test('what a scenario says, and leaves no process and no file', async ({ expect: x }) => {
    await using folder = await userFolder(files);
    x(await folder.run(...askingNginx, '--scenario=services/{nginx-302-get,captive-portal}')).toMatchObject({
      code: 0,
      stderr: '',
    });
    const { run, cells } = await folder.results();
    x(run.nginx).toBe(findNginx()?.version);
    const [answered, other] = cells;
    x(answered?.observation?.requests.map(({ answer }) => answer?.head)).toEqual([
      x.stringMatching(/^HTTP\/1\.1 302 Moved Temporarily\r\nServer: nginx\/\S+.*\r\nDate: now\r\n/),
      undefined,
    ]);
    x(other?.checks['services/captive-portal#followed']?.finding).toEqual({
      none: 'servers',
      because: 'no answer of it is one of nginx',
    });
    x(await folder.temporary()).toEqual([]);
  });

  test('scenarios of a user', async ({ expect: x }) => {
    await using folder = await userFolder({ ...files, 'house.json': house('return 308 {home}/new;') });
    x(await folder.run(...askingNginx, '--scenarios=house.json', '--suite=house')).toMatchObject({ code: 0, stderr: '' });
    const [cell] = (await folder.results()).cells;
    x(cell?.observation?.requests[0]?.answer?.head).toContain('308 Permanent Redirect');
  });

  test('nothing if it does not understand them', async ({ expect: x }) => {
    await using folder = await userFolder({ ...files, 'house.json': house('retrun 308 {home}/new;') });
    const { code, stderr } = await folder.run(...askingNginx, '--scenarios=house.json', '--suite=house');
    x(code).toBe(2);
    x(stderr).toMatch(/^redirect-conformance: --servers=nginx: \S+ does not start: unknown directive "retrun" in .*\n$/);
    x(await folder.temporary()).toEqual([]);
  });
});
