import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { shownPath } from '../user-path.ts';
import { linesOf, readStatusLines } from './read-lines.ts';
import { readRedirectsFile } from './read-redirects-file.ts';
import { readS3Json, readS3Xml } from './read-s3-rules.ts';
import type { RuleFile } from './rule.ts';
import { type RuleSuite, suiteOfRules } from './suite-of-rules.ts';

/** Where the rules of a file are, unless they say so: they have paths, and no host. */
export const DEFAULT_BASE = 'https://www.example.com';

function hasS3Rules(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('RoutingRules' in value || 'RedirectAllRequestsTo' in value);
  } catch {
    return false;
  }
}

const beginsWithStatus = (text: string): boolean => /^\d{3}$/.test(linesOf(text)[0]?.words[0] ?? '');

/** A kind of file with rules. */
interface Kind {
  readonly isKind: (file: string, text: string) => boolean;
  readonly read: (file: string, text: string, base: URL) => RuleFile;
}

/** Files that can be nothing but rules. */
const ruleFiles: readonly Kind[] = [
  { isKind: (file) => basename(file).startsWith('_redirects'), read: readRedirectsFile },
  { isKind: (_, text) => text.trimStart().startsWith('<'), read: readS3Xml },
  { isKind: (_, text) => beginsWithStatus(text), read: readStatusLines },
  { isKind: (_, text) => hasS3Rules(text), read: readS3Json },
];

/** Files that could be something else, but are rules if somebody says so. */
const askedFiles: readonly Kind[] = [...ruleFiles, { isKind: (_, text) => /^\s*[[{]/.test(text), read: readS3Json }];

const readerOf = (file: string, text: string, kinds: readonly Kind[]): Kind['read'] | undefined =>
  kinds.find(({ isKind }) => isKind(file, text))?.read;

const textOf = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');

/** The id of the suite that comes of a file: `house-redirects` of `_redirects` and `redirects.xml`. */
const idOf = (file: string): string =>
  `house-${
    basename(file)
      .toLowerCase()
      .replace(/\.(txt|xml|json)$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'rules'
  }`;

/** Whether a file has rules of a server instead of scenarios. */
export const isRuleFile = (path: string): boolean =>
  !/\.[cm]?[jt]s$/.test(path) &&
  existsSync(path) &&
  statSync(path).isFile() &&
  readerOf(path, textOf(path), ruleFiles) !== undefined;

/** The URL of an origin, as an option gives it. Throws a UsageError if it is none. */
function originOf(base: string): URL {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new UsageError(`--base=${base}: expected the URL of an origin, such as ${DEFAULT_BASE}`);
  return url;
}

/** The scenarios of a file with rules. Throws a UsageError that names the file, the place, and what is allowed there. */
export function readRules(path: string, base = DEFAULT_BASE): RuleSuite {
  const origin = originOf(base);
  const file = shownPath(path);
  if (!existsSync(path)) throw new UsageError(`${file}: no such file`);
  if (!statSync(path).isFile()) throw new UsageError(`${file}: a folder, not a file`);
  const text = textOf(path);
  const read = readerOf(file, text, askedFiles);
  if (!read) {
    throw new UsageError(
      `${file}: no rules; expected RoutingRules of S3 in XML or JSON, a file named _redirects, or lines such as 301 /old /new`,
    );
  }
  const rules = read(file, text, origin);
  if (rules.rules.length === 0) throw new UsageError([`${file}: it has no redirect`, ...rules.warnings].join('; '));
  const { warnings, ...found } = suiteOfRules(idOf(file), basename(file), rules);
  return { ...found, warnings: warnings.map((warning) => `${file}, ${warning}`) };
}
