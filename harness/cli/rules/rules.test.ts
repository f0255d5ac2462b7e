import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainAdapter, userFolder } from '../../fixtures/command-line.ts';
import { UsageError } from '../usage-error.ts';
import { readRules } from './read-rules.ts';

interface Read {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly warnings: readonly string[];
}

/** What comes of a file; paths of the folder and the default host are left out. */
async function read(name: string, text: string, base?: string): Promise<Read> {
  await using folder = await userFolder({ [name]: text });
  const { suite, warnings } = readRules(join(folder.path, name), base);
  const plain = (line: string): string => line.replaceAll(`${folder.path}/`, '').replaceAll('https://www.example.com', '');
  const { scenarios } = suite;
  return {
    ids: scenarios.map(({ id }) => id),
    titles: scenarios.map(({ title }) => plain(title)),
    warnings: warnings.map(plain),
  };
}

const ofGet = ({ titles }: Read): readonly string[] => titles.filter((title) => title.includes(' GET '));

/** Rules of S3 as XML, each in a line of its own from line 2 on. */
const xml = (...rules: readonly string[]): string =>
  [
    '<RoutingRules xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    ...rules.map((rule) => `<RoutingRule>${rule}</RoutingRule>`),
    '</RoutingRules>',
  ].join('\n');

const prefix = (key: string): string => `<Condition><KeyPrefixEquals>${key}</KeyPrefixEquals></Condition>`;
const missing = '<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition>';
const redirect = (content: string): string => `<Redirect>${content}<HttpRedirectCode>302</HttpRedirectCode></Redirect>`;

describe('RoutingRules of S3', () => {
  test('in XML are read with their defaults, and named by their lines', async () => {
    const rules = xml(
      `${prefix('docs/')}<Redirect><ReplaceKeyPrefixWith>documents/</ReplaceKeyPrefixWith></Redirect>`,
      `${prefix('images/')}${redirect('<ReplaceKeyWith>gone.html</ReplaceKeyWith>')}`,
      `${missing}${redirect('<HostName>other.example</HostName><Protocol>http</Protocol><ReplaceKeyPrefixWith>report-404/</ReplaceKeyPrefixWith>')}`,
      `${prefix('Page.html')}<Redirect><HostName>other.example</HostName></Redirect>`,
    );
    expect(await read('rules.xml', rules)).toEqual({
      ids: ['docs', 'images', '404', 'Page.html'].map((name) => `house-rules/${name}-get`),
      titles: [
        'line 2: 301 GET /docs/example.html → /documents/example.html',
        'line 3: 302 GET /images/example.html → /gone.html',
        'line 4: 302 GET /example.html → http://other.example/report-404/example.html, if the bucket answers 404',
        'line 5: 301 GET /Page.html → https://other.example/Page.html',
      ],
      warnings: ['rules.xml, line 2, line 5: no HttpRedirectCode; S3 sends 301'],
    });
  });

  test.for<readonly [what: string, rule: string, title: string]>([
    [
      'a prefix with a space and a new one in CDATA',
      `${prefix('my docs/')}${redirect('<ReplaceKeyPrefixWith><![CDATA[our docs/]]></ReplaceKeyPrefixWith>')}`,
      '/my%20docs/example.html → /our%20docs/example.html',
    ],
    [
      'a prefix with characters that end a path',
      `${prefix('50%?/')}${redirect('<HostName>other.example</HostName>')}`,
      '/50%25%3F/example.html → https://other.example/50%25%3F/example.html',
    ],
    [
      'a fragment for a page that shows others',
      `${missing}${redirect('<ReplaceKeyPrefixWith>#!/</ReplaceKeyPrefixWith>')}`,
      '/example.html → /#!/example.html, if the bucket answers 404',
    ],
  ])('are followed with %s', async ([, rule, way]) => {
    expect(await read('rules.xml', xml(rule))).toMatchObject({ titles: [`line 2: 302 GET ${way}`], warnings: [] });
  });

  test('loop if they change nothing but the scheme, and have a warning if a key begins with a slash', async () => {
    const rules = xml(
      `${prefix('/a')}${redirect('<ReplaceKeyPrefixWith>/b</ReplaceKeyPrefixWith>')}`,
      redirect('<Protocol>https</Protocol>'),
    );
    expect((await read('rules.xml', rules, 'http://bucket.example')).warnings).toEqual([
      'rules.xml, line 2: KeyPrefixEquals begins with a slash, and keys seldom do: it is for URLs with //',
      'rules.xml, line 2: the new key begins with a slash, so the Location has // after the host',
      'rules.xml, line 2 begins a loop (line 2, line 3): http://bucket.example//a → http://bucket.example//b → https://bucket.example//b → https://bucket.example//b',
      'rules.xml, line 3 begins a loop: http://bucket.example/example.html → https://bucket.example/example.html → https://bucket.example/example.html',
    ]);
  });

  const list = [{ Condition: { KeyPrefixEquals: 'a/' }, Redirect: { ReplaceKeyPrefixWith: 'b/', HttpRedirectCode: '308' } }];
  test.for<readonly [what: string, place: string, text: string]>([
    ['the list of the console', 'RoutingRules[0]', JSON.stringify(list)],
    [
      'what the command line of AWS prints, with a byte order mark',
      'RoutingRules[0]',
      `\uFEFF${JSON.stringify({ IndexDocument: { Suffix: 'index.html' }, RoutingRules: list })}`,
    ],
    [
      'a website configuration in XML',
      'line 2',
      `<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>${xml(`${prefix('a/')}<Redirect><ReplaceKeyPrefixWith>b/</ReplaceKeyPrefixWith><HttpRedirectCode>308</HttpRedirectCode></Redirect>`)}</WebsiteConfiguration>`,
    ],
  ])('are read from %s', async ([, place, text]) => {
    expect(await read('website', text)).toMatchObject({
      titles: [`${place}: 308 GET /a/example.html → /b/example.html`],
      warnings: [],
    });
  });

  test('with RedirectAllRequestsTo are one rule for every path', async () => {
    const text = JSON.stringify({ RedirectAllRequestsTo: { HostName: 'example.org', Protocol: 'https' } });
    expect(await read('website.json', text, 'http://bucket.example')).toMatchObject({
      titles: ['RedirectAllRequestsTo: 301 GET http://bucket.example/example.html → https://example.org/example.html'],
    });
  });
});

describe('a _redirects file', () => {
  test('is read with placeholders, splats, parameters and conditions', async () => {
    const text = [
      '# old pages',
      '/home              /index.html 301 # moved',
      '/blog/*            https://blog.example.net/:splat  301!',
      '/news/:year/:slug  /archive/:year/:slug 302',
      '/store id=:item    /items/:item  308',
      '/store tag=new     /novelties  308',
      'http://old.example/*  https://new.example:8443/:splat 307',
      '/fr/*  /accueil 302 Country=fr Language=fr',
    ].join('\r\n');
    const result = await read('_redirects', text);
    expect(ofGet(result)).toEqual([
      'line 2: 301 GET /home → /index.html',
      'line 3: 301 GET /blog/any/thing → https://blog.example.net/any/thing',
      'line 4: 302 GET /news/year/slug → /archive/year/slug',
      'line 5: 308 GET /store?id=item → /items/item',
      'line 6: 308 GET /store?tag=new → /novelties',
      'line 7: 307 GET http://old.example/any/thing → https://new.example:8443/any/thing',
      'line 8: 302 GET /fr/any/thing → /accueil, for visitors with Country=fr Language=fr',
    ]);
    expect(result.titles).toHaveLength(14);
    expect(result.warnings).toEqual(['_redirects, line 8: Country=fr Language=fr is taken for met']);
  });

  test('has warnings for what is no redirect, without a status, never asked, a chain and a loop', async () => {
    const text = ['/spa/* /index.html 200', '/a /b', '/b /c', '/a /d 301', '/x /y 302', '/y /x 302', '/z/ /z 301'].join('\n');
    const result = await read('_redirects', text);
    expect(result.warnings).toEqual([
      '_redirects, line 2, line 3: no status; taken for 301, as Netlify and GitLab do. Cloudflare sends 302: write the status down',
      '_redirects, line 1: 200 is a rewrite and no redirect, so it is left out',
      '_redirects, line 2 begins a chain of 2 redirects (line 2, line 3): /a → /b → /c',
      '_redirects, line 4 is never asked for /a, so it is left out: line 2 applies before it',
      '_redirects, line 5 begins a loop (line 5, line 6): /x → /y → /x',
      '_redirects, line 6 begins a loop (line 6, line 5): /y → /x → /y',
      // A path fits with and without its final slash.
      '_redirects, line 7 begins a loop: /z/ → /z → /z',
    ]);
    expect(ofGet(result).map((title) => title.split(':')[0])).toEqual(['line 2', 'line 3', 'line 5', 'line 6', 'line 7']);
  });

  test('is asked by either scheme, except where a line names one', async () => {
    const text = '/a https://shop.example/a 301\nhttp://shop.example/b https://shop.example/b 301';
    expect((await read('_redirects', text, 'http://shop.example')).warnings).toEqual([
      '_redirects, line 1 begins a loop: http://shop.example/a → https://shop.example/a → https://shop.example/a',
    ]);
  });

  test('is followed no further than clients go', async () => {
    const { warnings } = await read('_redirects', '/* /a/:splat 301');
    const written = ['', '/a', '/a/a', '/a/a/a', '/a/a/a/a', '/a/a/a/a/a'].map((path) => `${path}/any/thing → `).join('');
    expect(warnings).toEqual([
      `_redirects, line 1 begins a chain that never ends: ${written}… 94 more … → ${'/a'.repeat(100)}/any/thing`,
    ]);
  });

  test('shows a line by an example that no line before it takes', async () => {
    const text = ['/blog/:a/:b /old 301', '/blog/* /all 301', '/shop /de 302 Country=de', '/shop /en 302'].join('\n');
    expect(ofGet(await read('_redirects', text))).toEqual([
      'line 1: 301 GET /blog/a/b → /old',
      'line 2: 301 GET /blog/anything → /all',
      'line 3: 302 GET /shop → /de, for visitors with Country=de',
      'line 4: 302 GET /shop → /en',
    ]);
  });

  test('gives ids that stay when lines before them come and go', async () => {
    const lines = ['/a/* /b 301', '/a /b 301', '/ /home 302', '/c x=:y /b 301', '/a-splat /b 301'];
    const { ids } = await read('_redirects', lines.join('\n'));
    const names = ids.filter((id) => id.endsWith('-get')).map((id) => id.slice('house-redirects/'.length));
    expect(names).toEqual(['a-splat-get', 'a-get', 'root-get', 'c-x-y-get', 'a-splat--2-get']);
    const { ids: fewer } = await read('_redirects', lines.slice(1, 4).join('\n'));
    expect(fewer).toEqual(ids.filter((id) => !id.includes('a-splat')));
  });
});

test('a list of lines has status, URL and target', async () => {
  const text = [
    `# status from to ${'# '.repeat(100)}`,
    '301 /old /new\r',
    '308 http://shop.example/ https://shop.example/',
    '302 /app shop-app://open',
  ].join('\n');
  const result = await read('list.txt', text);
  expect(ofGet(result)).toEqual([
    'line 2: 301 GET /old → /new',
    'line 3: 308 GET http://shop.example/ → https://shop.example/',
    'line 4: 302 GET /app → shop-app://open',
  ]);
  expect(result.warnings).toEqual(['list.txt, line 4 leads to a URL that is not of HTTP: /app → shop-app://open']);
});

describe('refused with file, place and what is allowed there is', () => {
  const ruleTo = (content: string): string => xml(`${prefix('a/')}<Redirect>${content}</Redirect>`);
  test.for<readonly [what: string, name: string, text: string, message: string]>([
    [
      'XML that is not well-formed',
      'a.xml',
      '<RoutingRules>\n<RoutingRule>\n</RoutingRules>',
      'a.xml, line 3, column 16: unexpected close tag.',
    ],
    [
      'an unknown element',
      'a.xml',
      ruleTo('\n<HostNam>x</HostNam>'),
      '✖ line 3: Unrecognized key: "HostNam"; possible are Protocol, HostName, ReplaceKeyPrefixWith, ReplaceKeyWith, HttpRedirectCode → at RoutingRules[0].Redirect',
    ],
    [
      'another root',
      'a.xml',
      '<Rules><a/></Rules>',
      'a.xml, line 1: the root element is Rules; expected RoutingRules or WebsiteConfiguration',
    ],
    [
      'two targets',
      'a.xml',
      ruleTo('<ReplaceKeyWith>b</ReplaceKeyWith><ReplaceKeyPrefixWith>c</ReplaceKeyPrefixWith>'),
      '✖ line 2: it has two targets: ReplaceKeyWith and ReplaceKeyPrefixWith; S3 takes one of them → at RoutingRules[0].Redirect',
    ],
    [
      'an element twice',
      'a.xml',
      ruleTo('<HostName>b</HostName><HostName>c</HostName>'),
      'a.xml, line 2: a second HostName in Redirect',
    ],
    [
      'an empty redirect',
      'a.xml',
      ruleTo(''),
      '✖ line 2: it is empty; name a target, such as HostName → at RoutingRules[0].Redirect',
    ],
    [
      'text beside elements',
      'a.xml',
      ruleTo('b<HostName>c</HostName>'),
      'a.xml, line 2: Redirect has text beside its elements: “b”',
    ],
    [
      'a rule of another name',
      'a.xml',
      '<RoutingRules>\n<Rule/></RoutingRules>',
      'a.xml, line 2: “Rule” in RoutingRules; possible is RoutingRule',
    ],
    ['no rule', 'a.xml', '<RoutingRules/>', '✖ line 1: it has no rule → at RoutingRules'],
    [
      'a status that is no redirect',
      'a.xml',
      ruleTo('<HttpRedirectCode>200</HttpRedirectCode>'),
      'no redirect; possible are 301, 302, 303, 307, 308 → at RoutingRules[0].Redirect.HttpRedirectCode',
    ],
    ['a protocol that is none', 'a.xml', ruleTo('<Protocol>ftp</Protocol>'), '→ at RoutingRules[0].Redirect.Protocol'],
    [
      'a URL as host',
      'a.xml',
      ruleTo('<HostName>https://b.example/</HostName>'),
      '✖ line 2: expected a host such as www.example.com, without a scheme and without a path → at RoutingRules[0].Redirect.HostName',
    ],
    [
      'both kinds together',
      'a.json',
      '{"RedirectAllRequestsTo":{"HostName":"x"},"RoutingRules":[{"Redirect":{"HostName":"x"}}]}',
      'RedirectAllRequestsTo and RoutingRules exclude each other',
    ],
    [
      'a condition on success',
      'a.json',
      '[{"Condition":{"HttpErrorCodeReturnedEquals":"200"},"Redirect":{"HostName":"x"}}]',
      'S3 takes 4xx and 5xx → at RoutingRules[0].Condition.HttpErrorCodeReturnedEquals',
    ],
    [
      'more rules than S3 takes',
      'a.json',
      JSON.stringify(Array.from({ length: 51 }, () => ({ Redirect: { HostName: 'x' } }))),
      'S3 takes at most 50 rules → at RoutingRules',
    ],
    ['broken JSON', 'a.json', '{"RoutingRules":[}', 'a.json is not a valid website configuration of S3: Unexpected token'],
    ['a page', 'a.html', '<!doctype html>\n<html></html>', 'a.html, line 1, column 10: '],
    ['no target', '_redirects', '/a', '_redirects, line 1: expected a path or URL, a target, and perhaps a status'],
    ['two targets in a line', '_redirects', '/x /y 301\n/a /b 301 /c', '_redirects, line 2: it has two targets: /b and /c'],
    [
      'a URL without a scheme',
      '_redirects',
      'old.example/a /b 301',
      '_redirects, line 1: “old.example/a”: expected a path such as /old, or a URL with http:// or https://',
    ],
    [
      'a target without a scheme',
      '_redirects',
      '/a www.b.example/c',
      '_redirects, line 1: expected a path or URL, a target, and perhaps a status, such as /old /new 301; a target begins with /, http: or https:',
    ],
    [
      'a status of no redirect in a line',
      '_redirects',
      '/a /b 500',
      '_redirects, line 1: “500” is no status of a redirect; possible are 301',
    ],
    ['a status in words', '_redirects', '/a /b permanent', '_redirects, line 1: “permanent” is no status of a redirect'],
    ['a status that comes first', '_redirects', '301 /a /b', '_redirects, line 1: “301”: expected a path such as /old'],
    ['a query in a path', '_redirects', '/a?b=c /d 301', '_redirects, line 1: “/a?b=c”: the query is written after the path'],
    ['two splats', '_redirects', '/a/*/b/* /c 301', '_redirects, line 1: “/a/*/b/*”: * can stand only once in a path'],
    ['a placeholder twice', '_redirects', '/:a/:a /c 301', '_redirects, line 1: “/:a/:a”: :a stands twice in the path'],
    ['a broken encoding', '_redirects', '/%zz /c 301', '_redirects, line 1: “/%zz”: after % there are two hexadecimal digits'],
    [
      'a target that is no URL',
      '_redirects',
      '/a https://[/ 301',
      'line 1: its target for https://www.example.com/a is “https://[/”, which is no valid URL',
    ],
    [
      'nothing but rewrites',
      '_redirects',
      '/a/* 200!',
      '_redirects: it has no redirect; line 1: 200 is a rewrite and no redirect, so it is left out',
    ],
    ['an unknown condition', '_redirects', '/a /b 301 Weather=rain', '_redirects, line 1: “Weather=rain” is no condition'],
    ['an unknown placeholder', '_redirects', '/a/:b /c/:d 301', '_redirects, line 1: the target has :d'],
    ['a line with too much', 'list.txt', '301 /a /b /c', 'list.txt, line 1: “/c” is too much'],
    ['a line with too little', 'list.txt', '301 /a', 'list.txt, line 1: expected a status, a URL or path, and a target'],
    [
      'a target without a scheme in a list',
      'list.txt',
      '301 /a b.example/c',
      'list.txt, line 1: “b.example/c”: expected a path such as /new, or a URL with its scheme',
    ],
    ['a fragment', 'list.txt', '301 /a#b /c', 'list.txt, line 1: “/a#b”: no server ever sees what follows #'],
    ['a password', 'list.txt', '301 https://a:b@c.example/ /d', 'a rule does not look at user names and passwords'],
    ['a line for many URLs', 'list.txt', '301 /a/* /c', 'list.txt, line 1: “/a/*”: a line is for one URL'],
    ['braces', 'list.txt', '301 /a /{secret:authorization}', 'line 1: its target “/{secret:authorization}” has braces'],
    ['something else', 'notes.txt', 'hello', 'notes.txt: no rules; expected RoutingRules of S3 in XML or JSON'],
  ])('%s', async ([, name, text, message]) => {
    await using folder = await userFolder({ [name]: text });
    const call = (): unknown => readRules(join(folder.path, name));
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });

  test.for(['shop.example', 'https://shop.example/orders', 'ftp://shop.example', 'https://user@shop.example'])(
    '--base=%s',
    async (base) => {
      await expect(read('list.txt', '301 /a /b', base)).rejects.toThrow(`--base=${base}: expected the URL of an origin`);
    },
  );
});

describe.concurrent('on the command line', () => {
  test('rules are scenarios of a run, of ask and of a file', async ({ expect: x }) => {
    await using folder = await userFolder({
      'plain.ts': plainAdapter('plain'),
      _redirects: '/a /b 302\n/b https://other.example/ 307',
      'more.txt': '308 /app myapp://open\n301 /c /c',
    });
    const options = ['--scenarios=_redirects,more.txt', '--base=https://shop.example'];
    const chain = '_redirects, line 1 begins a chain of 2 redirects (line 1, line 2): ';
    const ran = await folder.run('--client=./plain.ts', ...options, '--suite=house-*');
    x(ran).toMatchObject({ code: 0, stderr: x.stringContaining(chain) as string });
    x((await folder.results()).cells).toHaveLength(8);
    const asked = await folder.run('ask', ...options, '--client=./plain.ts');
    x(asked.stdout).toContain('POST https://shop.example/a → https://shop.example/b → https://other.example/');
    x(asked.stdout).toContain('302, 307: plain turns it into GET without the body, and the caller gets 200.');
    x(asked.stdout).toContain('308: plain fails (error: unsupported-scheme).');
    x(asked.stdout).toContain('301: plain fails (error: too-many-redirects).');
  });

  test('rules are shown as a table with warnings beside it, or kept as scenarios', async ({ expect: x }) => {
    await using folder = await userFolder({ _redirects: '/a /b 302\n/b https://other.example/ 307 Country=de\n' });
    x(await folder.run('rules', '_redirects', '--base=http://shop.example')).toEqual({
      code: 0,
      stdout: [
        'rule    status  redirect',
        'line 1  302     http://shop.example/a → http://shop.example/b',
        'line 2  307     http://shop.example/b → https://other.example/, for visitors with Country=de',
        '',
        '2 redirects as 4 scenarios, house-redirects/*. What clients do with them: npm test -- ask --scenarios=_redirects --base=http://shop.example',
        '',
      ].join('\n'),
      stderr: 'redirect-conformance: _redirects, line 2: Country=de is taken for met\n',
    });
    await folder.write('kept.json', (await folder.run('rules', '_redirects', '--base=http://shop.example', '--json')).stdout);
    const kept = await folder.run('list', '--scenarios=kept.json', '--suite=house-redirects');
    x(kept.stdout).toContain('line 1: 302 POST http://shop.example/a → http://shop.example/b');
    x(kept.stdout).toContain('4 scenarios in 1 suite');
  });

  test.for<readonly [args: readonly string[], message: string]>([
    [['rules', 'folder'], 'folder: a folder, not a file'],
    [['rules', 'none'], 'none: no such file'],
    [['list', '--scenarios=folder/notes.txt'], 'folder/notes.txt: no rules; expected RoutingRules of S3'],
    [['list', '--scenarios=folder'], 'folder: a folder, not a file'],
    [['list', '--suite=cycles', '--base=http://a.example'], '--base=http://a.example: it is for redirect rules of a server'],
    [['ask', '--scenarios=folder/list', '--status=301'], 'ask takes --scenarios or --status, not both'],
    [['ask', '--from=http://a.example/', '--to=/b', '--base=http://a.example'], 'ask takes --base only with --scenarios'],
  ])('%s is an error in one line', async ([args, message], { expect: x }) => {
    await using folder = await userFolder({ 'folder/notes.txt': 'hello', 'folder/list': '301 /a /b' });
    const { code, stderr } = await folder.run(...args);
    x({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
    x(stderr).toContain(`redirect-conformance: ${message}`);
  });
});
