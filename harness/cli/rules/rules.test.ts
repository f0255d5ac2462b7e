import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainAdapter, userFolder } from '../../fixtures/command-line.ts';
import { UsageError } from '../usage-error.ts';
import { readRules } from './read-rules.ts';

interface Read {
  readonly titles: readonly string[];
  readonly warnings: readonly string[];
}

/** What comes of a file; paths of the folder are left out. */
async function read(name: string, text: string, base?: string): Promise<Read> {
  await using folder = await userFolder({ [name]: text });
  const { suite, warnings } = readRules(join(folder.path, name), base);
  const plain = (line: string): string => line.replaceAll(`${folder.path}/`, '').replaceAll('https://www.example.com', '');
  return { titles: suite.scenarios.map(({ title }) => plain(title)), warnings: warnings.map(plain) };
}

const ofGet = ({ titles }: Read): readonly string[] => titles.filter((title) => title.includes(' GET '));

const xml = (...rules: readonly string[]): string =>
  `<RoutingRules xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${rules.map((rule) => `<RoutingRule>${rule}</RoutingRule>`).join('')}</RoutingRules>`;

const prefix = (key: string): string => `<Condition><KeyPrefixEquals>${key}</KeyPrefixEquals></Condition>`;

describe('RoutingRules of S3', () => {
  test('in XML are read with their defaults', async () => {
    const rules = xml(
      `${prefix('docs/')}<Redirect><ReplaceKeyPrefixWith>documents/</ReplaceKeyPrefixWith></Redirect>`,
      `${prefix('images/')}<Redirect><ReplaceKeyWith>gone.html</ReplaceKeyWith><HttpRedirectCode>302</HttpRedirectCode></Redirect>`,
      `<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition><Redirect><HostName>other.example</HostName><Protocol>http</Protocol><ReplaceKeyPrefixWith>report-404/</ReplaceKeyPrefixWith><HttpRedirectCode>307</HttpRedirectCode></Redirect>`,
      `${prefix('Page.html')}<Redirect><HostName>other.example</HostName></Redirect>`,
    );
    expect(await read('rules.xml', rules)).toEqual({
      titles: [
        'RoutingRules[0]: 301 GET /docs/example.html → /documents/example.html',
        'RoutingRules[1]: 302 GET /images/example.html → /gone.html',
        'RoutingRules[2]: 307 GET /example.html → http://other.example/report-404/example.html, if the bucket answers 404',
        'RoutingRules[3]: 301 GET /Page.html → https://other.example/Page.html',
      ],
      warnings: [
        'rules.xml, RoutingRules[0] has no HttpRedirectCode: S3 sends 301',
        'rules.xml, RoutingRules[3] has no HttpRedirectCode: S3 sends 301',
      ],
    });
  });

  test.for([
    [
      'the list of the console',
      JSON.stringify([
        { Condition: { KeyPrefixEquals: 'a/' }, Redirect: { ReplaceKeyPrefixWith: 'b/', HttpRedirectCode: '308' } },
      ]),
    ],
    [
      'what the command line of AWS prints',
      JSON.stringify({
        IndexDocument: { Suffix: 'index.html' },
        RoutingRules: [
          { Condition: { KeyPrefixEquals: 'a/' }, Redirect: { ReplaceKeyPrefixWith: 'b/', HttpRedirectCode: '308' } },
        ],
      }),
    ],
    [
      'a website configuration in XML',
      `<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>${xml(`${prefix('a/')}<Redirect><ReplaceKeyPrefixWith>b/</ReplaceKeyPrefixWith><HttpRedirectCode>308</HttpRedirectCode></Redirect>`)}</WebsiteConfiguration>`,
    ],
  ] as const)('are read from %s', async ([, text]) => {
    expect(await read('website', text)).toEqual({
      titles: ['RoutingRules[0]: 308 GET /a/example.html → /b/example.html'],
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
      '/store id=:id      /items/:id  308',
      'http://old.example/*  https://new.example/:splat 307',
      '/fr/*  /accueil 302 Country=fr Language=fr',
    ].join('\n');
    const found = await read('_redirects', text);
    expect(ofGet(found)).toEqual([
      'line 2: 301 GET /home → /index.html',
      'line 3: 301 GET /blog/any/thing → https://blog.example.net/any/thing',
      'line 4: 302 GET /news/year/slug → /archive/year/slug',
      'line 5: 308 GET /store?id=id → /items/id',
      'line 6: 307 GET http://old.example/any/thing → https://new.example/any/thing',
      'line 7: 302 GET /fr/any/thing → /accueil, for visitors with Country=fr Language=fr',
    ]);
    expect(found.titles).toHaveLength(12);
    expect(found.warnings).toEqual(['_redirects, line 7: Country=fr Language=fr is taken for met']);
  });

  test('has warnings for what is no redirect, without a status, never asked, a chain and a loop', async () => {
    const text = ['/spa/* /index.html 200', '/a /b', '/b /c 301', '/a /d 301', '/x /y 302', '/y /x 302'].join('\n');
    expect((await read('_redirects', text)).warnings).toEqual([
      '_redirects, line 1: 200 is a rewrite and no redirect, so it is left out',
      '_redirects, line 2: no status; taken for 301 (Netlify, GitLab), Cloudflare sends 302',
      '_redirects, line 2 begins a chain of 2 redirects (line 2, line 3): /a → /b → /c',
      '_redirects, line 4 is never asked for /a: line 2 applies before it',
      '_redirects, line 5 begins a loop (line 5, line 6): /x → /y → /x',
      '_redirects, line 6 begins a loop (line 6, line 5): /y → /x → /y',
    ]);
  });
});

test('a list of lines has status, URL and target', async () => {
  const text = '# status from to\n301 /old /new\r\n308 http://shop.example/ https://shop.example/\n';
  expect(ofGet(await read('list.txt', text))).toEqual([
    'line 2: 301 GET /old → /new',
    'line 3: 308 GET http://shop.example/ → https://shop.example/',
  ]);
});

describe('refused with file, place and what is allowed there is', () => {
  const redirect = (content: string): string => xml(`${prefix('a/')}<Redirect>${content}</Redirect>`);
  test.for<readonly [what: string, name: string, text: string, message: string]>([
    [
      'XML that is not well-formed',
      'a.xml',
      '<RoutingRules>\n<RoutingRule>\n</RoutingRules>',
      'a.xml is not a valid website configuration of S3: line and column 3:',
    ],
    [
      'an unknown element',
      'a.xml',
      redirect('<HostNam>x</HostNam>'),
      'Unrecognized key: "HostNam"; possible are Protocol, HostName, ReplaceKeyPrefixWith, ReplaceKeyWith, HttpRedirectCode → at [0].Redirect',
    ],
    ['another root', 'a.xml', '<Rules><a/></Rules>', 'the root element is Rules; expected RoutingRules or WebsiteConfiguration'],
    [
      'two targets',
      'a.xml',
      redirect('<ReplaceKeyWith>b</ReplaceKeyWith><ReplaceKeyPrefixWith>c</ReplaceKeyPrefixWith>'),
      'it has two targets: ReplaceKeyWith and ReplaceKeyPrefixWith; S3 takes one of them → at [0].Redirect',
    ],
    [
      'an element twice',
      'a.xml',
      redirect('<HostName>b</HostName><HostName>c</HostName>'),
      'RoutingRules[0].Redirect: there are two elements HostName',
    ],
    ['an empty redirect', 'a.xml', redirect(''), '→ at [0].Redirect'],
    [
      'a status that is no redirect',
      'a.xml',
      redirect('<HttpRedirectCode>200</HttpRedirectCode>'),
      'no redirect; possible are 301, 302, 303, 307, 308 → at [0].Redirect.HttpRedirectCode',
    ],
    ['a protocol that is none', 'a.xml', redirect('<Protocol>ftp</Protocol>'), '→ at [0].Redirect.Protocol'],
    [
      'both kinds together',
      'a.json',
      '{"RedirectAllRequestsTo":{"HostName":"x"},"RoutingRules":[{"Redirect":{"HostName":"x"}}]}',
      'RedirectAllRequestsTo and RoutingRules exclude each other',
    ],
    ['no target', '_redirects', '/a', '_redirects, line 1: expected a path or URL, a target, and perhaps a status'],
    ['two targets in a line', '_redirects', '/x /y 301\n/a /b 301 /c', '_redirects, line 2: it has two targets: /b and /c'],
    [
      'a URL without a scheme',
      '_redirects',
      'old.example/a /b 301',
      '_redirects, line 1: “old.example/a”: expected a path such as /old, or a URL with its scheme',
    ],
    [
      'a status of no redirect in a line',
      '_redirects',
      '/a /b 500',
      '_redirects, line 1: “500” is no status of a redirect; possible are 301',
    ],
    ['an unknown condition', '_redirects', '/a /b 301 Weather=rain', '_redirects, line 1: “Weather=rain” is no condition'],
    ['an unknown placeholder', '_redirects', '/a/:b /c/:d 301', '_redirects, line 1: the target has :d'],
    ['a line with too much', 'list.txt', '301 /a /b /c', 'list.txt, line 1: “/c” is too much'],
    ['a line with too little', 'list.txt', '301 /a', 'list.txt, line 1: expected a status, a URL or path, and a target'],
    ['something else', 'notes.txt', 'hello', 'notes.txt: no rules; expected RoutingRules of S3 in XML or JSON'],
  ])('%s', async ([, name, text, message]) => {
    await using folder = await userFolder({ [name]: text });
    const call = (): unknown => readRules(join(folder.path, name));
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });
});

test.concurrent('rules are scenarios of a run, and of ask', async ({ expect: x }) => {
  await using folder = await userFolder({
    'plain.ts': plainAdapter('plain'),
    _redirects: '/a /b 302\n/b https://other.example/ 307\n',
  });
  const chain = 'line 1 begins a chain of 2 redirects (line 1, line 2): ';
  const ran = await folder.run('--client=./plain.ts', '--scenarios=_redirects', '--suite=house-redirects');
  x(ran).toMatchObject({ code: 0, stderr: x.stringContaining(chain) as string });
  x((await folder.results()).cells).toHaveLength(4);
  const asked = await folder.run('ask', '--scenarios=_redirects', '--client=./plain.ts');
  x(asked.stdout).toContain('302, 307: plain turns it into GET without the body, and the caller gets 200.');
  const shown = await folder.run('rules', '_redirects', '--base=https://shop.example', '--json');
  x(JSON.parse(shown.stdout)).toMatchObject({ id: 'house-redirects', scenarios: { length: 4 } });
  x(shown.stdout).toContain('{https://shop.example}/a');
});
