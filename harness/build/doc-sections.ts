import type { z } from 'zod';
import type { ReportFormat } from '../../reports/formats/format.ts';
import { formats } from '../../reports/formats/index.ts';
import { conditionSchema, rawAnswerSchema, responseSchema } from '../../suites/vocabulary/answer.ts';
import { callSchema } from '../../suites/vocabulary/call.ts';
import { capabilities, type Capability, capabilityNames } from '../../suites/vocabulary/capability.ts';
import { errorClasses } from '../../suites/vocabulary/error-class.ts';
import { factKinds, facts } from '../../suites/vocabulary/fact.ts';
import { configSchema } from '../../suites/vocabulary/config.ts';
import { knownDeviationSchema } from '../../suites/vocabulary/known.ts';
import { writtenRulingSchema } from '../../suites/vocabulary/check.ts';
import { type Origin, originNames, origins } from '../../suites/vocabulary/origin.ts';
import { profileFileSchema, writtenOverrulingSchema, writtenRequirementSchema } from '../../suites/vocabulary/profile.ts';
import { scenarioSchema } from '../../suites/vocabulary/scenario.ts';
import { markdownTable } from '../../suites/wording/markdown-table.ts';
import type { ClientRequest } from '../adapter/index.ts';
import { wireRequestSchema, wireResponseSchema } from '../drivers/protocol.ts';
import { fieldsOfSchema } from './schema-table.ts';

const code = (text: string): string => `\`${text}\``;

/** The capabilities that a part of a call needs. */
const capabilitiesFor = (option: string): readonly Capability[] =>
  capabilityNames.filter((name) => capabilities[name].option === option);

function fieldTable(schema: z.ZodType): string {
  const rows = fieldsOfSchema(schema).map(({ name, type, isRequired, meaning }) => [
    code(name) + (isRequired ? '' : '?'),
    type,
    meaning,
  ]);
  return markdownTable([['field', 'value', 'meaning'], ...rows]);
}

/** The same, with the capability that a client must declare to get the field. */
function optionTable(schema: z.ZodType): string {
  const rows = fieldsOfSchema(schema).map(({ name, type, isRequired, meaning }) => [
    code(name) + (isRequired ? '' : '?'),
    type,
    meaning,
    capabilitiesFor(name).map(code).join(', '),
  ]);
  return markdownTable([['field', 'value', 'meaning', 'capability'], ...rows]);
}

/** What an adapter gets in another form than it crosses the pipe. */
const adapterTypes: Readonly<Partial<Record<keyof ClientRequest, string>>> = {
  body: '`Uint8Array`, `ReadableStream` or `undefined`',
  form: '`FormData`, `URLSearchParams` or `Blob`',
  onRedirect: 'function',
  unixSocket: 'path',
};

/** The request as an adapter gets it. */
function clientRequestTable(): string {
  const rows = fieldsOfSchema(wireRequestSchema.omit({ aborted: true })).map(({ name, type, isRequired, meaning }) => [
    code(name) + (isRequired ? '' : '?'),
    adapterTypes[name as keyof ClientRequest] ?? type,
    meaning,
    capabilitiesFor(name).map(code).join(', '),
  ]);
  return markdownTable([['field', 'value', 'meaning', 'capability'], ...rows]);
}

const whereTo = (format: ReportFormat): string => {
  if ('folder' in format) return `the folder ${code(format.folder)}`;
  const { file } = format;
  if (file === undefined) return 'the terminal';
  return typeof file === 'string' ? code(file) : `${code(`$${file.variable}`)}, and the terminal`;
};

const whenUsed = ({ usedBy }: ReportFormat): string => {
  if (usedBy === undefined) return 'if asked for';
  return usedBy === 'default' ? 'always' : `if ${code(usedBy.variable)} is set`;
};

const formatTable = (): string =>
  markdownTable([
    ['reporter', 'used', 'written to', 'contents'],
    ...formats.map((format) => [code(format.name), whenUsed(format), whereTo(format), format.description]),
  ]);

const capabilityTable = (): string =>
  markdownTable([['capability', 'promise'], ...capabilityNames.map((name) => [code(name), capabilities[name].promise])]);

function factTable(): string {
  const rows = factKinds.map((kind) => {
    const { reads, findings, ...rest } = facts[kind];
    const extra: readonly string[] = 'expectations' in rest ? rest.expectations : [];
    return [code(kind), reads.replaceAll(/<(\w+)>/g, '`$1`'), findings.map(code).join(', '), extra.map(code).join(', ')];
  });
  return markdownTable([['kind', 'reads', 'findings', 'in expectations also'], ...rows]);
}

function originTable(): string {
  const rows = originNames.map((name) => {
    const { scheme, host, domain = '.test', port, flaw, alpn, address, network }: Origin = origins[name];
    const isDefault = port === (scheme === 'https' ? 443 : 80);
    const literal = address === 'IPv6 address' ? `[${network}:<groups>]` : `${network}.<octets>`;
    const hostOnWire = network === undefined ? `${host}-<label>${domain}` : literal;
    const url = `${scheme}://${hostOnWire}${isDefault ? '' : `:${port}`}`;
    return [code(name), code(url), flaw ?? address ?? (alpn ? alpn.join(', ') : '')];
  });
  return markdownTable([['origin', 'on the wire', 'special'], ...rows]);
}

/** The parts of the documentation that are made from the shapes, by the name of their marker. */
export const docSections: ReadonlyMap<string, () => string> = new Map([
  ['fields-of-scenario', () => fieldTable(scenarioSchema)],
  ['fields-of-response', () => fieldTable(responseSchema)],
  ['fields-of-raw-answer', () => fieldTable(rawAnswerSchema)],
  ['fields-of-condition', () => fieldTable(conditionSchema)],
  ['fields-of-call', () => optionTable(callSchema)],
  ['fields-of-client-request', clientRequestTable],
  ['fields-of-request-message', () => optionTable(wireRequestSchema)],
  ['fields-of-response-message', () => fieldTable(wireResponseSchema)],
  ['fields-of-known-deviation', () => fieldTable(knownDeviationSchema)],
  ['fields-of-config', () => fieldTable(configSchema)],
  ['fields-of-profile', () => fieldTable(profileFileSchema)],
  ['fields-of-house-requirement', () => fieldTable(writtenRequirementSchema)],
  ['fields-of-overruling', () => fieldTable(writtenOverrulingSchema)],
  ['fields-of-house-ruling', () => fieldTable(writtenRulingSchema)],
  ['capabilities', capabilityTable],
  ['facts', factTable],
  ['origins', originTable],
  ['report-formats', formatTable],
  ['error-classes', () => errorClasses.map(code).join(', ')],
]);
