import { z } from 'zod';
import { redirectStatuses } from '../../../suites/vocabulary/status.ts';
import type { Rule, RuleFile } from './rule.ts';
import { readXml, type XmlValue } from './read-xml.ts';

// The website configuration of a bucket (Amazon S3 User Guide, "Configuring a webpage redirect"; API: RoutingRule, Redirect).

const protocolSchema = z.enum(['http', 'https']);

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
    HostName: z.string().min(1).exactOptional(),
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
      HttpErrorCodeReturnedEquals: z.coerce.number().int().min(400).max(599).exactOptional(),
    })
    .refine(
      (condition) => Object.keys(condition).length > 0,
      'it is empty; S3 takes KeyPrefixEquals, HttpErrorCodeReturnedEquals or both',
    )
    .exactOptional(),
  Redirect: redirectSchema,
});
type S3Rule = z.infer<typeof ruleSchema>;

const rulesSchema = z.array(ruleSchema).min(1).max(50, 'S3 takes at most 50 rules');

/** What `aws s3api get-bucket-website` prints; the console has only the list of rules. */
const websiteSchema = z
  .strictObject({
    IndexDocument: z.unknown().exactOptional(),
    ErrorDocument: z.unknown().exactOptional(),
    RedirectAllRequestsTo: z
      .strictObject({ HostName: z.string().min(1), Protocol: protocolSchema.exactOptional() })
      .exactOptional(),
    RoutingRules: rulesSchema.exactOptional(),
  })
  .refine((website) => !(website.RedirectAllRequestsTo && website.RoutingRules), {
    error: 'RedirectAllRequestsTo and RoutingRules exclude each other; S3 refuses both together',
  })
  .refine(
    (website) => website.RedirectAllRequestsTo ?? website.RoutingRules,
    'it has neither RoutingRules nor RedirectAllRequestsTo',
  );

/** The content of a file of rules. */
export const s3FileSchema = z.union([rulesSchema.transform((RoutingRules) => ({ RoutingRules })), websiteSchema]);
type S3Website = z.infer<typeof websiteSchema>;

const keyOf = ({ pathname }: URL): string => pathname.slice(1);

/** A rule on the keys of a bucket, whose website is at `base`. */
function toRule({ Condition = {}, Redirect }: S3Rule, index: number, base: URL): Rule {
  const { KeyPrefixEquals: prefix = '', HttpErrorCodeReturnedEquals: code } = Condition;
  const { Protocol, HostName, ReplaceKeyPrefixWith, ReplaceKeyWith, HttpRedirectCode = DEFAULT_STATUS } = Redirect;
  const keyAfter = (key: string): string =>
    ReplaceKeyWith ?? (ReplaceKeyPrefixWith === undefined ? key : ReplaceKeyPrefixWith + key.slice(prefix.length));
  return {
    place: `RoutingRules[${index}]`,
    status: HttpRedirectCode as Rule['status'],
    example: new URL(`/${prefix}${prefix === '' || prefix.endsWith('/') ? 'example.html' : ''}`, base).href,
    ...(code !== undefined && { condition: `if the bucket answers ${code}` }),
    locationFor: (url) =>
      url.host === base.host && keyOf(url).startsWith(prefix)
        ? `${Protocol ?? base.protocol.slice(0, -1)}://${HostName ?? base.host}/${keyAfter(keyOf(url))}`
        : undefined,
  };
}

/** The rules of a website configuration; the website is at `base`. S3 websites answer GET and HEAD only. */
export function rulesOfS3(website: S3Website, base: URL): RuleFile {
  const { RedirectAllRequestsTo: all, RoutingRules = [] } = website;
  const untold = RoutingRules.flatMap(({ Redirect }, index) =>
    Redirect.HttpRedirectCode === undefined ? [`RoutingRules[${index}] has no HttpRedirectCode: S3 sends ${DEFAULT_STATUS}`] : [],
  );
  if (!all) return { rules: RoutingRules.map((rule, index) => toRule(rule, index, base)), warnings: untold, methods: ['GET'] };
  const rule: Rule = {
    place: 'RedirectAllRequestsTo',
    status: DEFAULT_STATUS,
    example: new URL('/example.html', base).href,
    locationFor: (url) =>
      url.host === base.host
        ? `${all.Protocol ?? base.protocol.slice(0, -1)}://${all.HostName}${url.pathname}${url.search}`
        : undefined,
  };
  return { rules: [rule], warnings: [], methods: ['GET'] };
}

/** Elements that may repeat; every other one stands once. */
const LISTS = ['RoutingRule'];

/** XML as the JSON of the API has it: `<RoutingRules><RoutingRule>` is a list `RoutingRules`. */
function asJson(value: XmlValue, path: string): unknown {
  if (typeof value === 'string') return value;
  const list = value['RoutingRule'];
  if (list && Object.keys(value).length === 1) return list.map((each, index) => asJson(each, `${path}[${index}]`));
  return Object.fromEntries(
    Object.entries(value).map(([name, all]) => {
      const [first, ...more] = all;
      if (first === undefined || (more.length > 0 && !LISTS.includes(name)))
        throw new Error(`${path}: there are two elements ${name}`);
      return [name, asJson(first, `${path}.${name}`)];
    }),
  );
}

/** A website configuration, or its rules, in XML. Throws an Error with the place if it is not well-formed. */
export function s3FileFromXml(text: string): unknown {
  const { name, value } = readXml(text);
  if (name !== 'RoutingRules' && name !== 'WebsiteConfiguration')
    throw new Error(`the root element is ${name}; expected RoutingRules or WebsiteConfiguration`);
  return asJson(value, name);
}
