import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { OwnSuiteFile } from '../../../suites/vocabulary/own-suite.ts';
import { parseFile } from '../read-json.ts';
import { UsageError } from '../usage-error.ts';
import { readStatusLines } from './read-lines.ts';
import { readRedirectsFile } from './read-redirects-file.ts';
import { rulesOfS3, s3FileFromXml, s3FileSchema } from './read-s3-rules.ts';
import type { RuleFile } from './rule.ts';
import { suiteOfRules } from './suite-of-rules.ts';

/** Where the rules of a file are, unless they say so: they have paths, and no host. */
export const DEFAULT_BASE = 'https://www.example.com';

const readS3 = (file: string, base: URL, contents: () => unknown): RuleFile =>
  rulesOfS3(parseFile(file, s3FileSchema, 'website configuration of S3', contents), base);

const hasS3Rules = (value: unknown): boolean =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && ('RoutingRules' in value || 'RedirectAllRequestsTo' in value));

type Read = (file: string, text: string, base: URL) => RuleFile;

/** How to read a file with rules; undefined if it is another kind of file. */
function readerOf(file: string, text: string): Read | undefined {
  if (basename(file).startsWith('_redirects')) return readRedirectsFile;
  if (text.trimStart().startsWith('<')) return (name, contents, base) => readS3(name, base, () => s3FileFromXml(contents));
  if (/^\s*(#.*\s+)*\d{3}\s/.test(text)) return readStatusLines;
  try {
    const value: unknown = JSON.parse(text);
    return hasS3Rules(value) ? (name, _, base) => readS3(name, base, () => value) : undefined;
  } catch {
    return undefined;
  }
}

/** The id of the suite that comes of a file: `house-redirects` of `_redirects.txt`. */
const idOf = (file: string): string =>
  `house-${
    basename(file)
      .toLowerCase()
      .replace(/\.[^.]*$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'rules'
  }`;

/** Whether a file has rules of a server instead of scenarios. */
export const isRuleFile = (file: string): boolean =>
  existsSync(file) && !/\.[cm]?[jt]s$/.test(file) && readerOf(file, readFileSync(file, 'utf8')) !== undefined;

/** The scenarios of a file with rules, and warnings. Throws a UsageError that names the file, the place, and what is allowed there. */
export function readRules(
  file: string,
  base = DEFAULT_BASE,
): { readonly suite: OwnSuiteFile; readonly warnings: readonly string[] } {
  if (!URL.canParse(base) || !/^https?:/.test(base))
    throw new UsageError(`--base=${base}: expected the URL of an origin, such as ${DEFAULT_BASE}`);
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const text = readFileSync(file, 'utf8');
  const read = readerOf(file, text);
  if (!read) {
    throw new UsageError(
      `${file}: no rules; expected RoutingRules of S3 in XML or JSON, a file named _redirects, or lines such as 301 /old /new`,
    );
  }
  const rules = read(file, text, new URL(base));
  if (rules.rules.length === 0) throw new UsageError(`${file}: it has no redirect`);
  const { suite, warnings } = suiteOfRules(idOf(file), basename(file), rules);
  return { suite, warnings: warnings.map((warning) => `${file}, ${warning}`) };
}
