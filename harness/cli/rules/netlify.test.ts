import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { describe, expect, test } from 'vitest';
import { userFolder } from '../../fixtures/command-line.ts';
import { readRedirectsFile } from './read-redirects-file.ts';
import { askedFor } from './rule.ts';

// Netlify's own parser understands each line as this reader does. It names no line and takes every condition, so it cannot replace it.

/** What Netlify's parser gives for a line; its types do not say it. */
interface NetlifyRule {
  readonly from: string;
  readonly query: object;
  readonly to: string;
  readonly status?: number;
  readonly conditions: object;
}

/** What a line says, whoever has read it. */
interface Said {
  readonly name: string;
  readonly status: number;
  readonly to: string;
}

const BASE = new URL('https://www.example.com');

const pairs = (values: object): readonly string[] => Object.entries(values).map(([name, value]) => `${name}=${String(value)}`);

/** A file as Netlify's parser reads it. */
async function netlify(text: string): Promise<{ readonly said: readonly Said[]; readonly errors: readonly Error[] }> {
  await using folder = await userFolder();
  const file = join(folder.path, '_redirects');
  await writeFile(file, text);
  const { redirects, errors } = await parseAllRedirects({ redirectsFiles: [file], configRedirects: [], minimal: true });
  const said = (redirects as readonly NetlifyRule[]).map(({ from, query, to, status = 301, conditions }) => ({
    name: [from, ...pairs(query), ...pairs(conditions)].join(' '),
    status,
    to: to.replace(':splat', 'any/thing').replace(/:([a-z]+)/g, '$1'),
  }));
  return { said: said.filter(({ status }) => status >= 300 && status < 400), errors };
}

/** A file as this project reads it. */
const ours = (text: string): readonly Said[] =>
  readRedirectsFile('_redirects', text, BASE).rules.map(({ name, status, examples: [example], locationFor }) => ({
    name,
    status,
    to: locationFor(askedFor(new URL(example))) ?? 'nowhere',
  }));

const FILE = [
  '# pages',
  '',
  '   /indented /b',
  '/tabs\t/c\t302',
  '/comment /d 301 # until May',
  '/hash /e#part 308',
  '/force/* /f/:splat 301!',
  '/query id=:id tag=new /g/:id 302',
  // In the order in which Netlify's parser has them.
  '/visitors /h 302 Language=de Country=de,at',
  '/members/* /i 301 Role=admin',
  '/see-other https://other.example/j 303',
  '/keep https://other.example:8443/k?l=m 307 Cookie=beta',
  'http://old.example/* https://new.example/:splat 301',
  '/:year/:month/news /news/:year-:month 301',
  '/app/* /index.html 200',
  '/stay/* 200',
  '/missing/* /404.html 404',
];

test.for([
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
] as const)('a _redirects file with %s says the same to both', async ([, ending]) => {
  const text = FILE.join(ending);
  const { said, errors } = await netlify(text);
  expect(errors).toEqual([]);
  expect(said).toHaveLength(12);
  expect(ours(text)).toEqual(said);
});

describe('both refuse', () => {
  test.for(['/alone', '/a b.example/c', '/a /b permanent', '/a # /b'])('%s', async (line) => {
    expect((await netlify(line)).errors).toHaveLength(1);
    expect(() => ours(line)).toThrow('_redirects, line 1: ');
  });
});
