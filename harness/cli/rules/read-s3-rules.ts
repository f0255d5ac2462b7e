import { z } from 'zod';
import { redirectStatuses } from '../../../suites/vocabulary/status.ts';
import { parseFile } from '../read-json.ts';
import { UsageError } from '../usage-error.ts';
import { failing } from './read-lines.ts';
import { readXml } from './read-xml.ts';
import { type Rule, type RuleFile, withTarget } from './rule.ts';
import { type WithLines, xmlAsJson } from './xml-as-json.ts';

// The website configuration of a bucket (Amazon S3 User Guide, "Configuring a webpage redirect"; API: RoutingRule, Condition, Redirect).

const protocolSchema = z.enum(['http', 'https']);

const hostSchema = z
  .string()
  .regex(
    /^[A-Za-z\d-]+(\.[A-Za-z\d-]+)*(:\d+)?$/,
    'expected a host such as www.example.com, without a scheme and without a path',
  );

/** The status that S3 sends if a rule says nothing else. */
const DEFAULT_STATUS = 301;

const statusSchema = z.coerce
  .number()
  .refine(
    (status) => (redirectStatuses as readonly number[]).includes(status),
    `no redirect; possible are ${redirectStatuses.join(', ')}`,
  );

const redirectSchema = z
  .strictObject({
    Protocol: protocolSchema.exactOptional(),
    HostName: hostSchema.exactOptional(),
    ReplaceKeyPrefixWith: z.string().exactOptional(),
    ReplaceKeyWith: z.string().exactOptional(),
    HttpRedirectCode: statusSchema.exactOptional(),
  })
  .refine((redirect) => !('ReplaceKeyWith' in redirect && 'ReplaceKeyPrefixWith' in redirect), {
    error: 'it has two targets: ReplaceKeyWith and ReplaceKeyPrefixWith; S3 takes one of them',
  })
  .refine((redirect) => Object.keys(redirect).length > 0, 'it is empty; name a target, such as HostName');

const ruleSchema = z.strictObject({
  Condition: z
    .strictObject({
      KeyPrefixEquals: z.string().exactOptional(),
      HttpErrorCodeReturnedEquals: z.coerce
        .number()
        .refine((code) => Number.isInteger(code) && code >= 400 && code <= 599, 'S3 takes 4xx and 5xx')
        .exactOptional(),
    })
    .refine(
      (condition) => Object.keys(condition).length > 0,
      'it is empty; S3 takes KeyPrefixEquals, HttpErrorCodeReturnedEquals or both',
    )
    .exactOptional(),
  Redirect: redirectSchema,
});
type S3Rule = z.infer<typeof ruleSchema>;

/** What `aws s3api get-bucket-website` prints. */
const websiteSchema = z
  .strictObject({
    IndexDocument: z.unknown().exactOptional(),
    ErrorDocument: z.unknown().exactOptional(),
    RedirectAllRequestsTo: z.strictObject({ HostName: hostSchema, Protocol: protocolSchema.exactOptional() }).exactOptional(),
    RoutingRules: z
      .array(ruleSchema)
      .min(1, 'it has no rule')
      .refine((rules) => rules.length <= 50, 'S3 takes at most 50 rules')
      .exactOptional(),
  })
  .refine((website) => !(website.RedirectAllRequestsTo && website.RoutingRules), {
    error: 'RedirectAllRequestsTo and RoutingRules exclude each other; S3 refuses both together',
  })
  .refine(
    (website) => website.RedirectAllRequestsTo ?? website.RoutingRules,
    'it has neither RoutingRules nor RedirectAllRequestsTo',
  );
type S3Website = z.infer<typeof websiteSchema>;

/** A key as the path of a URL, which must not end early. */
const asPath = (key: string): string => encodeURI(key).replace(/[?#]/g, encodeURIComponent);

const prefixOf = ({ Condition = {} }: S3Rule): string => Condition.KeyPrefixEquals ?? '';

/** A rule on the keys of a bucket, whose website is at `base`. No rule looks at the scheme, so one that changes nothing else loops. */
function toRule(file: string, rule: S3Rule, place: string, base: URL): Rule {
  const prefix = prefixOf(rule);
  const code = rule.Condition?.HttpErrorCodeReturnedEquals;
  const { Protocol, HostName, ReplaceKeyPrefixWith, ReplaceKeyWith, HttpRedirectCode = DEFAULT_STATUS } = rule.Redirect;
  const target = `${Protocol ?? base.protocol.slice(0, -1)}://${HostName ?? base.host}/`;
  // A new key may have a query or a fragment, such as `#!/`; what stays of the old one may not.
  const newStart = ReplaceKeyPrefixWith === undefined ? asPath(prefix) : encodeURI(ReplaceKeyPrefixWith);
  const keyAfter = (key: string): string =>
    ReplaceKeyWith === undefined ? newStart + asPath(key.slice(prefix.length)) : encodeURI(ReplaceKeyWith);
  const isFolder = prefix === '' || prefix.endsWith('/');
  const read: Rule = {
    place,
    name: [`/${prefix}`, ...(code === undefined ? [] : [String(code)])].join(' '),
    status: HttpRedirectCode as Rule['status'],
    examples: [`${base.origin}/${asPath(prefix)}${isFolder ? 'example.html' : ''}`],
    ...(code !== undefined && { condition: `if the bucket answers ${code}` }),
    locationFor: ({ host, key }) => (host === base.host && key.startsWith(prefix) ? target + keyAfter(key) : undefined),
  };
  return withTarget(read, failing(file, place));
}

function ruleForAll(file: string, { HostName, Protocol }: NonNullable<S3Website['RedirectAllRequestsTo']>, base: URL): Rule {
  const place = 'RedirectAllRequestsTo';
  const rule: Rule = {
    place,
    name: '/*',
    status: DEFAULT_STATUS,
    examples: [`${base.origin}/example.html`],
    locationFor: ({ host, key, search }) =>
      host === base.host ? `${Protocol ?? base.protocol.slice(0, -1)}://${HostName}/${asPath(key)}${search}` : undefined,
  };
  return withTarget(rule, failing(file, place));
}

/** What a reader should know about the rules of a bucket. */
const hints: readonly (readonly [applies: (rule: S3Rule) => boolean, hint: string])[] = [
  [({ Redirect }) => Redirect.HttpRedirectCode === undefined, `no HttpRedirectCode; S3 sends ${DEFAULT_STATUS}`],
  [(rule) => prefixOf(rule).startsWith('/'), 'KeyPrefixEquals begins with a slash, and keys seldom do: it is for URLs with //'],
  [
    ({ Redirect }) => (Redirect.ReplaceKeyPrefixWith ?? Redirect.ReplaceKeyWith ?? '').startsWith('/'),
    'the new key begins with a slash, so the Location has // after the host',
  ],
];

type PlaceOf = (index: number) => string;

/** The rules of a website configuration; the website is at `base`. S3 websites answer GET and HEAD only. */
function rulesOf(file: string, website: S3Website, base: URL, placeOf: PlaceOf): RuleFile {
  const { RedirectAllRequestsTo: all, RoutingRules = [] } = website;
  const warnings = hints.flatMap(([applies, hint]) => {
    const places = RoutingRules.flatMap((rule, index) => (applies(rule) ? [placeOf(index)] : []));
    return places.length === 0 ? [] : [`${places.join(', ')}: ${hint}`];
  });
  const rules = all ? [ruleForAll(file, all, base)] : RoutingRules.map((rule, index) => toRule(file, rule, placeOf(index), base));
  return { rules, warnings, methods: ['GET'] };
}

/** The console shows only the list of rules. */
const asWebsite = (value: unknown): unknown => (Array.isArray(value) ? { RoutingRules: value } : value);

const WHAT = 'website configuration of S3';

/** A website configuration, or its rules, as JSON. Throws a UsageError that names file and place. */
export function readS3Json(file: string, text: string, base: URL): RuleFile {
  const website = parseFile(file, websiteSchema, WHAT, () => asWebsite(JSON.parse(text)));
  return rulesOf(file, website, base, (index) => `RoutingRules[${index}]`);
}

/** How the API has the XML as JSON. */
const MAPPING = {
  lists: { RoutingRules: 'RoutingRule' },
  objects: ['WebsiteConfiguration', 'RoutingRule', 'Condition', 'Redirect', 'RedirectAllRequestsTo'],
};

/** The website in XML as JSON. Throws a UsageError that names file and line. */
function websiteOfXml(file: string, text: string): WithLines {
  try {
    const root = readXml(text);
    const { name, line } = root;
    if (name !== 'RoutingRules' && name !== 'WebsiteConfiguration')
      throw new Error(`line ${line}: the root element is ${name}; expected RoutingRules or WebsiteConfiguration`);
    const website = name === 'RoutingRules' ? { name: 'WebsiteConfiguration', line, text: '', children: [root] } : root;
    return xmlAsJson(website, MAPPING);
  } catch (error) {
    throw new UsageError(`${file}, ${(error as Error).message}`);
  }
}

/** A website configuration, or its rules, in XML. Throws a UsageError that names file and line. */
export function readS3Xml(file: string, text: string, base: URL): RuleFile {
  const { value, lineAt } = websiteOfXml(file, text);
  const website = parseFile(file, websiteSchema, WHAT, () => value, lineAt);
  return rulesOf(file, website, base, (index) => `line ${lineAt(['RoutingRules', index])}`);
}
