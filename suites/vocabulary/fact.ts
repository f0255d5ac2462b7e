import { z } from 'zod';
import { type ErrorClass, errorClasses } from './error-class.ts';
import { escaped } from './escaped.ts';
import type { Method } from './method.ts';
import {
  type OriginName,
  originNames,
  originNameSchema,
  originOf,
  OWN_ORIGIN,
  pathOf,
  type Place,
  placeSchema,
} from './origin.ts';
import { secrets } from './secret.ts';
import { ordinalSchema, type Shape } from './shape.ts';

const ofCall = { call: ordinalSchema.describe('Which call. Default: 1.').exactOptional() };
const atPlace = { at: placeSchema, visit: ordinalSchema.describe('Which request at this place. Default: 1.').exactOptional() };

const outcomes = ['returned <status>', 'error: <error class>', 'cut off after <n> requests'] as const;
const anyOutcome = ['any error', 'any error but <error class>'] as const;

interface FactDefinition {
  /** What it reads off the record; `<…>` stands for a member of the fact. */
  readonly reads: string;
  readonly members: z.ZodRawShape;
  /** Every form of its findings; `<…>` stands for the part that varies. */
  readonly findings: readonly string[];
  /** What an expectation can say beside a finding, to mean several of them. */
  readonly expectations?: readonly string[];
}

/**
 * Every kind of fact. A fact is one thing read off the record, by the place it concerns, never by the position in the
 * log: retries must not shift it.
 */
export const facts = {
  settled: {
    reads: 'how the call settled',
    members: ofCall,
    findings: ['response', 'error', 'hung', 'threw a <type>', 'crashed: <how>', 'not intercepted'],
  },
  followed: {
    reads: 'whether a request arrived at <to>',
    members: { to: placeSchema, ...ofCall },
    findings: ['followed', ...outcomes],
    expectations: anyOutcome,
  },
  outcome: { reads: 'what the caller got in the end', members: ofCall, findings: outcomes, expectations: anyOutcome },
  'error-name': {
    reads: 'the name of the error that the caller caught',
    members: ofCall,
    findings: ['<name>', 'no error'],
  },
  request: {
    reads: 'method and body of the request at <at>',
    members: atPlace,
    findings: [
      '<method>, no body',
      '<method>, same body',
      '<method>, other body',
      '<method>, unexpected body',
      '<method>, body lost',
      '<method>, body cut short',
    ],
    expectations: ['<method>, any body'],
  },
  'content-headers': {
    reads: 'whether the fields that describe the body were kept or dropped together with it, at <at>',
    members: atPlace,
    findings: ['kept with the body', 'dropped with the body', 'left over: <names>', 'lost: <names>'],
  },
  framing: {
    reads: 'how the body of the request at <at> was framed',
    members: atPlace,
    findings: ['none', 'content-length', 'content-length: 0', 'chunked', 'both', 'content-length, body missing'],
  },
  canary: {
    reads: 'whether the secret <secret> arrived at <at>',
    members: { secret: z.enum(secrets), ...atPlace, at: z.union([placeSchema, originNameSchema]) },
    findings: ['sent', 'absent'],
  },
  next: {
    reads: 'where the client went after its first request to <after>',
    members: { after: placeSchema, ...ofCall },
    findings: ['{<origin>}<target>', ...outcomes],
    expectations: anyOutcome,
  },
  field: {
    reads: 'the field <name> of the request at <at>',
    members: { name: z.string(), ...atPlace },
    findings: ['<value>', 'absent'],
  },
  'signed-region': {
    reads: 'the region for which the request at <at> is signed (AWS Signature Version 4)',
    members: atPlace,
    findings: ['<region>', 'not signed'],
  },
  protocol: { reads: 'the version of HTTP of the request at <at>', members: atPlace, findings: ['HTTP/1.1', 'HTTP/2'] },
  route: {
    reads: 'the way by which the request at <at> came',
    members: atPlace,
    findings: ['direct', 'via <proxy>', 'via <proxy>, by tunnel'],
  },
  requests: { reads: 'how many requests arrived at <at>', members: { at: placeSchema.exactOptional() }, findings: ['<n>'] },
  preflights: {
    reads: 'how many preflights arrived at <at>, by which a browser asks whether a page may make a request',
    members: { at: placeSchema },
    findings: ['<n>'],
  },
  delivered: {
    reads: 'how many requests at <at> brought the whole body of a call',
    members: { at: placeSchema },
    findings: ['<n>'],
  },
  failed: { reads: 'how many calls to <to> did not end with a response', members: { to: placeSchema }, findings: ['<n>'] },
  'answer-bytes': { reads: 'how many bytes <at> sent as its answers', members: { at: placeSchema }, findings: ['<n>'] },
  'response-body': {
    reads: 'whether the caller got the bytes that <from> sent',
    members: { from: placeSchema, ...ofCall },
    findings: ['same bytes', 'still coded', 'other bytes', 'empty'],
  },
  'response-header': {
    reads: 'the field <name> of the response that the caller got',
    members: { name: z.string(), ...ofCall },
    findings: ['<value>', 'absent'],
  },
  'final-url': { reads: 'the final URL that the client reports', members: ofCall, findings: ['<url>'] },
  redirected: { reads: 'whether the client reports that it was redirected', members: ofCall, findings: ['true', 'false'] },
  connections: { reads: 'how many connections <to> received', members: { to: originNameSchema }, findings: ['<n>'] },
  'left-open': {
    reads: 'how many connections to <to> were still open after the last call',
    members: { to: originNameSchema },
    findings: ['<n>'],
  },
  exit: {
    reads: 'whether the process of the client could end after the last call',
    members: {},
    findings: ['ends', 'stays'],
  },
  reuse: {
    reads: 'whether the request at <at> used a connection that a request at <from> used',
    members: { from: placeSchema, at: placeSchema },
    findings: ['same connection', 'another connection'],
  },
  'same-field': {
    reads: 'whether the field <name> at <at> equals the one at <from>',
    members: { name: z.string(), from: placeSchema, at: placeSchema },
    findings: ['same', 'changed', 'lost'],
  },
  'server-name': {
    reads: 'the server name in the TLS handshake before the request at <at>',
    members: atPlace,
    findings: ['{<origin>.host}', 'none'],
  },
  'client-certificate': {
    reads: 'whether the client sent the certificate of the caller in the TLS handshake before the request at <at>',
    members: atPlace,
    findings: ['sent', 'absent'],
  },
  'callers-objects': {
    reads: 'whether the client changed an object that the caller passed to it',
    members: ofCall,
    findings: ['unchanged', 'changed: <names>'],
  },
  told: {
    reads: 'the redirects that the client passed to a function of the caller before it followed them',
    members: ofCall,
    findings: ['<302 {home}/start, 301 {other}/middle>', 'none'],
  },
  history: {
    reads: 'the redirects that the client reports',
    members: ofCall,
    findings: ['<302 {home}/start, 301 {other}/middle>', 'empty'],
  },
  'history-header': {
    reads: 'the field <name> of the redirect from <at>, as the client reports it',
    members: { name: z.string(), ...atPlace, ...ofCall },
    findings: ['<value>', 'absent'],
  },
} as const satisfies Readonly<Record<string, FactDefinition>>;

export type FactKind = keyof typeof facts;

export const factKinds = Object.keys(facts) as FactKind[];

/** Without members, the type that zod infers would forbid `kind` too. */
type MembersOf<Members extends z.ZodRawShape> = keyof Members extends never ? unknown : Shape<z.ZodObject<Members>>;

/** A fact of one kind. `call` and `visit` count from 1 and are 1 unless given. */
export type FactOf<Kind extends FactKind> = {
  [Each in Kind]: { readonly kind: Each } & MembersOf<(typeof facts)[Each]['members']>;
}[Kind];

/** One thing read off the record. */
export type Fact = FactOf<FactKind>;

/** What the variable parts of a form may be for the compiler; the others are any text. */
interface Parts {
  readonly n: number;
  readonly status: number;
  readonly 'error class': ErrorClass;
  readonly method: Method;
  readonly origin: OriginName;
}

type ValueOf<Form> = Form extends `${infer Before}<${infer Part}>${infer After}`
  ? `${Before}${Part extends keyof Parts ? Parts[Part] : string}${ValueOf<After>}`
  : Form;

/** A finding of a kind of fact: `GET, no body` for `request`. */
export type FindingOf<Kind extends FactKind> = ValueOf<(typeof facts)[Kind]['findings'][number]>;

/** What an expectation on a kind of fact can name: its findings, and what stands for several of them. */
export type ExpectableOf<Kind extends FactKind> =
  | FindingOf<Kind>
  | ((typeof facts)[Kind] extends { readonly expectations: infer Forms extends readonly string[] }
      ? ValueOf<Forms[number]>
      : never);

const ORIGIN = `(${originNames.join('|')}|${OWN_ORIGIN})`;

/** The same parts for a program that reads a finding. */
const partPatterns: Readonly<Record<string, string>> = {
  n: String.raw`\d+`,
  status: String.raw`(0|\d{3})`,
  'error class': `(${errorClasses.join('|')})`,
  method: "[!#$%&'*+.^_`|~0-9A-Za-z-]+",
  origin: ORIGIN,
  target: String.raw`[/?][\s\S]*`,
  proxy: `(${originNames.join('|')})`,
  name: String.raw`\S+`,
  region: String.raw`[a-z0-9-]+`,
  url: String.raw`(\{${ORIGIN}\}|[A-Za-z][A-Za-z0-9+.-]*:)\S*`,
  type: String.raw`\w+`,
  '302 {home}/start, 301 {other}/middle': String.raw`(0|\d{3}) \S+(, (0|\d{3}) \S+)*`,
};

const patternOf = (form: string): string =>
  form
    .split(/<(.+?)>/)
    .map((piece, index) => (index % 2 === 1 ? (partPatterns[piece] ?? String.raw`[\s\S]*`) : escaped(piece)))
    .join('');

/** Matches whatever an expectation on this kind of fact can name. */
export function formsPattern(kind: FactKind): RegExp {
  const { findings, expectations = [] }: FactDefinition = facts[kind];
  return new RegExp(`^(${[...findings, ...expectations].map(patternOf).join('|')})$`);
}

/** Everything that an expectation on this kind of fact can name, for a message. */
export function namesOfFindings(kind: FactKind): string {
  const { findings, expectations = [] }: FactDefinition = facts[kind];
  return [...findings, ...expectations].join(' | ');
}

/** Says that a value is not a finding of this kind of fact. */
export const noFinding = (kind: FactKind, value: unknown): string =>
  `“${String(value)}” is not a finding of ${kind}; possible are ${namesOfFindings(kind)}`;

/** Whether its findings are numbers, so that an expectation can be bounds. */
export const isCount = (kind: FactKind): boolean => facts[kind].findings.every((form) => form === '<n>');

/** The shape of a fact of one kind. */
export const factSchemaOf = (kind: FactKind): z.ZodObject =>
  z.strictObject({ kind: z.literal(kind), ...facts[kind].members }).describe(`Reads ${facts[kind].reads}.`);

function isPlace(at: string): at is Place {
  return at.startsWith('{');
}

/** The origins that a fact is about. */
export function originsOfFact(fact: Fact): readonly OriginName[] {
  const named = [
    'at' in fact ? fact.at : undefined,
    'to' in fact ? fact.to : undefined,
    'from' in fact ? fact.from : undefined,
    'after' in fact ? fact.after : undefined,
  ];
  return named.flatMap((at) => (at === undefined ? [] : isPlace(at) ? originOf(at) : at));
}

/** `other/target` for `{other}/target`, `target` for a place at `home`, and origins as they are. */
function nameOfPlace(at: string): string {
  if (!isPlace(at)) return at;
  const origin = originOf(at) === 'home' ? '' : originOf(at);
  const [path = ''] = pathOf(at).split(/[?#]/);
  return (origin + path).replace(/^\//, '');
}

/** The members that tell apart facts of one kind. */
interface TellingMembers {
  readonly kind: FactKind;
  readonly secret?: string;
  readonly name?: string;
  readonly at?: string;
  readonly after?: string;
  readonly to?: string;
  readonly visit?: number;
  readonly call?: number;
}

/** What a fact is about: a place or an origin, and which visit or call of several. */
function subjectOf({ kind, at, after, to, visit, call }: TellingMembers): string | undefined {
  // Whether a call was followed is one fact of the call, wherever it leads.
  const place = kind === 'followed' ? undefined : (at ?? after ?? to);
  const parts = [place === undefined ? [] : nameOfPlace(place), visit ?? [], call ?? []].flat();
  return parts.length === 0 ? undefined : parts.join(':');
}

/** The part of a check's id after the `#`: `request@target`, `canary:cookie@other`. */
export function nameOfFact(fact: Fact): string {
  const members: TellingMembers = fact;
  const subject = subjectOf(members);
  const detail = members.secret ?? members.name?.toLowerCase();
  return fact.kind + (detail === undefined ? '' : `:${detail}`) + (subject === undefined ? '' : `@${subject}`);
}
