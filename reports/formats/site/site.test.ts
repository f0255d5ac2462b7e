import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { sampleContext } from '../../sample.fixture.ts';
import { shownHostileText, smallRun } from '../html/small-run.fixture.ts';
import { addresses } from './address.ts';
import { site } from './index.ts';
import { siteFiles } from './site-files.ts';
import { awkwardIds, awkwardRun } from './site.fixture.ts';

const untested = [{ id: 'a-row', topic: 'status', why: 'nobody <sees> it' }];

const filesOf = (results: Results): ReadonlyMap<string, string> =>
  new Map([...siteFiles(results, { ...sampleContext, untested })].map(({ path, contents }) => [path, String(contents)]));

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decoded = (text: string): string => text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);

const valuesOf = (html: string, attribute: string): readonly string[] =>
  [...html.matchAll(new RegExp(` (?:${attribute})="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));

/** What stands at the top of a site. */
const topOf = (files: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...files.keys()].map((path) => path.replace(/\/.*/, '')));

interface Link {
  readonly from: string;
  readonly href: string;
}

/** Every link of a site that leads to no file, or to no element of a page. */
function brokenLinks(files: ReadonlyMap<string, string>): readonly Link[] {
  return [...files].flatMap(([from, text]) =>
    from.endsWith('.html')
      ? valuesOf(text, 'href|src').flatMap((href): readonly Link[] => {
          if (/^https?:/.test(href)) return [];
          const [path = '', anchor] = href.split('#');
          const target = path === '' ? from : decodeURIComponent(posix.join(posix.dirname(from), path));
          const page = files.get(target);
          const isThere =
            page !== undefined && (anchor === undefined || valuesOf(page, 'id').includes(decodeURIComponent(anchor)));
          return isThere ? [] : [{ from, href }];
        })
      : [],
  );
}

const files = filesOf(awkwardRun);
const pages = [...files].filter(([path]) => path.endsWith('.html'));
const page = (address: string): string => files.get(`${address}index.html`) ?? '';
const json = (address: string): unknown => JSON.parse(files.get(`${address}index.json`) ?? '');

describe('addresses', () => {
  it('are the same for the same id, and readable', () => {
    expect(addresses.client('undici/fetch')).toBe('clients/undici/fetch/');
    expect(addresses.client('axios@1.6.0+own-loop~msw')).toBe('clients/axios@1.6.0+own-loop~msw/');
    expect(addresses.scenario('method-matrix/301-post')).toBe('scenarios/method-matrix/301-post/');
    expect(addresses.requirement('rfc9110/307-keeps-method')).toBe('requirements/rfc9110/307-keeps-method/');
    expect(addresses.badge('fetch', 'got')).toBe('badges/fetch/got.svg');
  });

  it('stay in their folder, whatever an id is, and are never those of another page', () => {
    const all = [...awkwardIds, 'got', '..', '...', 'a=2Fb', 'a%2Fb', 'a=b'].map(addresses.client);
    expect(new Set(all).size).toBe(all.length);
    for (const address of all) {
      expect(address).toMatch(/^clients\/[\w.~@+=/-]*\/$/);
      expect(posix.normalize(address)).toMatch(/^clients\//);
      expect(address).not.toMatch(/\/index\.html\//i);
    }
  });

  it('do not depend on what else has run', () => {
    const paths = (results: Results): readonly string[] => [...filesOf(results).keys()];
    const [first, ...others] = smallRun.columns;
    const without = first ? { ...smallRun, columns: others } : smallRun;
    const all = paths(smallRun);
    expect(paths(without).filter((path) => !all.includes(path))).toEqual([]);
  });

  it('of all pages are in the sitemap, and no others', () => {
    const listed = [...(files.get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) =>
      decoded(address),
    );
    const expected = pages.map(([path]) => path.replace(/index\.html$/, '') || './');
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });
});

describe('a site', () => {
  it('has a page for each client, scenario, requirement and suite, and JSON beside each page', () => {
    const wanted = [
      ...awkwardRun.columns.map(({ id }) => addresses.client(id)),
      ...awkwardRun.suites.flatMap(({ id, scenarios }) => [
        addresses.suite(id),
        ...scenarios.map((each) => addresses.scenario(each.id)),
      ]),
      ...Object.keys(awkwardRun.requirements).map(addresses.requirement),
      addresses.document('fetch'),
    ];
    expect(wanted.filter((address) => !page(address).includes('<h1>'))).toEqual([]);
    for (const [path] of pages) expect(JSON.parse(files.get(path.replace(/html$/, 'json')) ?? '')).toBeTypeOf('object');
  });

  it('has no link that leads nowhere', () => {
    expect(brokenLinks(files)).toEqual([]);
    expect(pages.flatMap(([, text]) => valuesOf(text, 'href')).length).toBeGreaterThan(300);
  });

  it('has what may be replaced at its top, and nothing else', () => {
    expect(topOf(files)).toEqual(new Set(site.entries));
  });

  it('without any client is the catalogue, with the same addresses', () => {
    const catalogue = filesOf({ ...smallRun, columns: [], cells: [] });
    expect(brokenLinks(catalogue)).toEqual([]);
    expect([...catalogue.keys()].filter((path) => !files.has(path))).toEqual([]);
    expect(catalogue.get('index.html')).toContain('no client has run');
    expect(topOf(catalogue)).toEqual(new Set(site.entries));
  });
});

describe('what clients send', () => {
  it('is shown, and is neither an element nor an attribute', () => {
    const tags = new Set(pages.flatMap(([, text]) => [...text.matchAll(/<([a-z]\w*)/gi)].map(([, tag = '']) => tag)));
    for (const tag of ['script', 'style', 'i', 'iframe', 'svg']) expect(tags).not.toContain(tag);
    for (const [, text] of pages) {
      expect(text).not.toContain('<img src=x');
      expect(text).not.toMatch(/ on\w+="/);
      for (const character of ['\u0000', '\u2028', '\u202E']) expect(text).not.toContain(character);
      expect(valuesOf(text, 'content').some((content) => content.startsWith("default-src 'none';"))).toBe(true);
    }
    expect(decoded(page(addresses.scenario('area/first')))).toContain(shownHostileText);
  });

  it('is in the JSON as it was', () => {
    const { checks } = json(addresses.scenario('area/first')) as {
      checks: { results: { finding: unknown; clients: unknown }[] }[];
    };
    expect(checks[1]?.results.find(({ clients }) => JSON.stringify(clients) === '["evil"]')?.finding).toEqual(
      smallRun.cells.find(({ column, scenario }) => column === 'evil' && scenario === 'area/first')?.checks['area/first#followed']
        ?.finding,
    );
  });

  it('is no element of a badge', () => {
    const badges = [...files].filter(([path]) => path.endsWith('.svg'));
    expect(badges).toHaveLength(awkwardRun.columns.length * awkwardRun.profiles.length);
    const tags = new Set(badges.flatMap(([, text]) => [...text.matchAll(/<(\w+)/g)].map(([, tag]) => tag)));
    expect(tags).toEqual(new Set(['rect', 'svg', 'text', 'title']));
  });
});

describe('the pages', () => {
  it('of a client begin with what is gravest', () => {
    const text = page(addresses.client('evil'));
    expect(text).toMatch(
      /What to fix first<\/h2><h3 id="answer">.*<h3 id="detail">.*POST with the body of the caller.*By suite/s,
    );
    expect(decoded(text)).toContain(shownHostileText);
    expect(text).not.toContain('<h3 id="credentials">');
  });

  it('of a scenario have what is sent and answered, each ruling with its clause, and all clients', () => {
    const text = page(addresses.scenario('area/second'));
    expect(text).toContain('POST {home}/start');
    expect(text).toContain('302 Found');
    expect(text).toContain('must be “GET, no body”');
    expect(text).toContain('Fetch Standard, step 12');
    expect(text).toMatch(/title="fail">✗<\/span> <span class="value">POST, same body<\/span> \(pass under lax\): evil</);
    expect(text).toMatch(/title="pass">✓<\/span> <span class="value">GET, no body<\/span>: node\/fetch</);
  });

  it('of a requirement say who meets it, whatever the profile', () => {
    const text = page(addresses.requirement('fetch/rule'));
    expect(text).toMatch(/evil<\/a><\/th><td><span[^>]*title="fail">✗<\/span> missed in 2, met in 5</);
    expect(text).toMatch(/node\/fetch<\/a><\/th><td><span[^>]*title="pass">✓<\/span> met in 7</);
    expect(text).toContain('href="../../../scenarios/area/second/index.html#request%40target"');
  });

  it('of the specification name what no scenario tests', () => {
    expect(page(addresses.specification)).toContain('<code>a-row</code>: nobody &lt;sees> it');
    expect(page(addresses.document('fetch'))).toMatch(/missed by 1: <a [^>]*>evil</);
  });
});
