import { z } from 'zod';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { secretFields } from '../../suites/builders/scenario.ts';
import { templateSchema } from '../../suites/vocabulary/answer.ts';
import { capabilityNames } from '../../suites/vocabulary/capability.ts';
import { type Check, checkId, type CheckId, checkSchemaWith } from '../../suites/vocabulary/check.ts';
import { errorClasses } from '../../suites/vocabulary/error-class.ts';
import { type FactKind, factKinds, facts } from '../../suites/vocabulary/fact.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { type BundledOriginName, originNames, origins, originSchema } from '../../suites/vocabulary/origin.ts';
import { profileSchema } from '../../suites/vocabulary/profile.ts';
import { requirementSchema } from '../../suites/vocabulary/requirement.ts';
import { type Scenario, scenarioSchema } from '../../suites/vocabulary/scenario.ts';
import { type Secret, secrets } from '../../suites/vocabulary/secret.ts';
import type { Shape } from '../../suites/vocabulary/shape.ts';
import { aliasOf, groupsOf, hostOf, labelOf, octetsOf, pathOfSocket, secretOf, urlOf } from '../concrete/names.ts';
import { PLACEHOLDER } from '../concrete/placeholders.ts';

const catalogueOriginSchema = originSchema.extend({
  url: z.string().describe('The URL that the origin serializes to.'),
  upperHost: z.string().describe('The host name in upper case.'),
  aliasHost: z.string().describe('The address written in another way.').exactOptional(),
  socket: z.string().describe('The path of its unix socket, if it listens at one.').exactOptional(),
  escapedSocket: z.string().describe('The same path in the form of a host.').exactOptional(),
});

const catalogueSecretSchema = z.strictObject({
  value: z.string(),
  field: z.tuple([z.string(), templateSchema]).describe('The field in which callers send it.'),
});

const catalogueCheckSchema = checkSchemaWith(() => ({ id: z.string() })) as unknown as z.ZodType<
  Check & { readonly id: CheckId }
>;

const catalogueScenarioSchema = scenarioSchema.extend({
  label: z.string().describe('What makes the names and secrets of this scenario its own.'),
  groups: z.string().describe('The end of the IPv6 addresses of this scenario.'),
  octets: z.string().describe('The end of the IPv4 addresses of this scenario.'),
  needs: z
    .array(z.enum(capabilityNames))
    .describe('Everything that a client must be able to do, including what its calls imply.'),
  checks: z.array(catalogueCheckSchema),
});

/** The whole catalogue, for programs in any language. */
export const catalogueSchema = z.strictObject({
  $schema: z.literal('./catalogue.schema.json'),
  version: z.literal(2),
  origins: z
    .record(z.enum(originNames), catalogueOriginSchema)
    .describe('Two origins with the same host and port are one server that speaks both TLS and plain http.'),
  secrets: z.record(z.enum(secrets), catalogueSecretSchema),
  placeholders: z.strictObject({
    pattern: z.string().describe('A regular expression; its group is the name of the placeholder.'),
    rules: z.array(
      z.strictObject({
        placeholder: z.string(),
        becomes: z
          .string()
          .describe(
            'The entry that replaces it, with the label of the scenario in place of `<label>`, its groups and octets in place of `<groups>` and `<octets>`, and the same in upper case in place of `<LABEL>` and `<GROUPS>`.',
          ),
      }),
    ),
  }),
  capabilities: z.array(z.enum(capabilityNames)),
  errors: z.array(z.enum(errorClasses)),
  facts: z.record(
    z.enum(factKinds),
    z.strictObject({
      reads: z.string(),
      findings: z.array(z.string()),
      expectations: z.array(z.string()).describe('What an expectation can say to mean several findings.').exactOptional(),
    }),
  ),
  requirements: z.record(z.string(), requirementSchema),
  profiles: z.array(profileSchema),
  suites: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  scenarios: z.array(catalogueScenarioSchema),
});
export type Catalogue = Shape<typeof catalogueSchema>;

/** Names are made from the label of a scenario; in the catalogue `<label>` stands for it, and `<groups>` and `<octets>` for the ends of its addresses. */
const SAMPLE = 'sample/any';
const withoutLabel = (text: string): string =>
  text.replaceAll(labelOf(SAMPLE), '<label>').replaceAll(groupsOf(SAMPLE), '<groups>').replaceAll(octetsOf(SAMPLE), '<octets>');

const originEntry = (name: BundledOriginName) => {
  const host = withoutLabel(hostOf(name, SAMPLE));
  const alias = aliasOf(name, SAMPLE);
  const socket = pathOfSocket(name, SAMPLE);
  return [
    name,
    {
      ...origins[name],
      host,
      upperHost: host.toUpperCase(),
      ...(alias !== undefined && { aliasHost: withoutLabel(alias) }),
      ...(socket !== undefined && { socket: withoutLabel(socket), escapedSocket: withoutLabel(encodeURIComponent(socket)) }),
      url: withoutLabel(urlOf(name, SAMPLE)),
    },
  ] as const;
};

const secretEntry = (secret: Secret) =>
  [secret, { value: withoutLabel(secretOf(secret, SAMPLE)), field: secretFields[secret] }] as const;

const factEntry = (kind: FactKind) => {
  const { members: _, ...described } = facts[kind];
  return [kind, described] as const;
};

const scenarioEntry = (scenario: Scenario): Catalogue['scenarios'][number] => ({
  ...scenario,
  label: labelOf(scenario.id),
  groups: groupsOf(scenario.id),
  octets: octetsOf(scenario.id),
  needs: needsOf(scenario),
  checks: scenario.checks.map((check) => ({ id: checkId(scenario.id, check), ...check })),
});

type Entries<Part extends 'origins' | 'secrets' | 'facts'> = Catalogue[Part];

/** The catalogue as it stands. */
export function catalogue(): Catalogue {
  return {
    $schema: './catalogue.schema.json',
    version: 2,
    origins: Object.fromEntries(originNames.map(originEntry)) as Entries<'origins'>,
    secrets: Object.fromEntries(secrets.map(secretEntry)) as Entries<'secrets'>,
    placeholders: {
      pattern: PLACEHOLDER,
      rules: [
        { placeholder: '{<origin>}', becomes: 'origins.<origin>.url' },
        { placeholder: '{<origin>.host}', becomes: 'origins.<origin>.host' },
        { placeholder: '{<origin>.host:upper}', becomes: 'origins.<origin>.upperHost' },
        { placeholder: '{<origin>.host:alias}', becomes: 'origins.<origin>.aliasHost' },
        { placeholder: '{<origin>.socket}', becomes: 'origins.<origin>.socket' },
        { placeholder: '{<origin>.socket:escaped}', becomes: 'origins.<origin>.escapedSocket' },
        { placeholder: '{secret:<secret>}', becomes: 'secrets.<secret>.value' },
      ],
    },
    capabilities: capabilityNames,
    errors: errorClasses,
    facts: Object.fromEntries(factKinds.map(factEntry)) as unknown as Entries<'facts'>,
    requirements,
    profiles,
    suites: suites.map(({ id, title }) => ({ id, title })),
    scenarios: suites.flatMap(({ scenarios }) => scenarios.map(scenarioEntry)),
  };
}
