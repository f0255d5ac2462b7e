import { createHash } from 'node:crypto';
import { decide } from '../../suites/judging/decide.ts';
import type { FactKind } from '../../suites/vocabulary/fact.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Column, Results } from '../../suites/vocabulary/result.ts';
import { secrets } from '../../suites/vocabulary/secret.ts';
import { describeFinding } from '../../suites/wording/finding.ts';
import { describePlace } from '../../suites/wording/requirement.ts';
import { describeRuling, missedRulings } from '../../suites/wording/ruling.ts';
import { adapterPath } from '../model/adapter-path.ts';
import { cellReader, type JudgedCheck } from '../model/cells.ts';
import type { TextFormat, RunContext } from './format.ts';

/** What a rule looks for in a check that fails or warns. */
interface Rule {
  /** Never changes: alerts are kept by it. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** From 0 to 10, as GitHub ranks security alerts. */
  readonly severity: string;
  /** The kind of fact, and the part of its name that identifies it. */
  readonly fact?: { readonly kind: FactKind; readonly detail?: string };
  /** Requirements that are missed. */
  readonly requirements?: readonly string[];
}

const pascal = (words: string): string => words.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const rules: readonly Rule[] = [
  ...secrets.map((secret) => ({
    id: `credential-sent/${secret}`,
    name: `CredentialSent${pascal(secret)}`,
    title: `A redirect took the credential in ${secret} to an origin that must not get it`,
    severity: '8.0',
    fact: { kind: 'canary', detail: secret } as const,
  })),
  {
    id: 'credential-sent/client-certificate',
    name: 'CredentialSentClientCertificate',
    title: 'A redirect took the certificate of the caller to an origin that must not get it',
    severity: '7.0',
    fact: { kind: 'client-certificate' },
  },
  {
    id: 'downgrade/followed',
    name: 'DowngradeFollowed',
    title: 'A redirect from https to http was followed',
    severity: '6.5',
    requirements: ['strict/no-downgrade'],
  },
  {
    id: 'downgrade/referer',
    name: 'DowngradeReferer',
    title: 'A redirect from https to http took the Referer with it',
    severity: '4.0',
    requirements: ['rfc9110/no-referer-on-downgrade'],
  },
];

/** A check that a rule is about. */
interface Alert {
  readonly rule: Rule;
  readonly level: 'error' | 'warning';
  readonly text: string;
}

function isAbout({ fact: about, requirements = [] }: Rule, { fact }: JudgedCheck['check'], missed: readonly string[]): boolean {
  if (!about) return requirements.some((id) => missed.includes(id));
  return fact.kind === about.kind && (about.detail === undefined || ('secret' in fact && fact.secret === about.detail));
}

function alertOf({ id, check, result }: JudgedCheck, profile: Profile, { requirements }: Results): Alert | undefined {
  const { finding, verdicts } = result;
  const verdict = verdicts[profile.name];
  if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return undefined;
  const missed = missedRulings(decide(id, check, profile), finding.value);
  const rule = rules.find((each) =>
    isAbout(
      each,
      check,
      missed.map(({ requirement }) => requirement),
    ),
  );
  if (!rule) return undefined;
  const expected = missed.map((ruling) => {
    const requirement = requirements[ruling.requirement];
    return `${describeRuling(ruling)} (${requirement ? describePlace(requirement) : ruling.requirement})`;
  });
  const text = `${id}: ${describeFinding(check.fact, finding.value)}; ${expected.join('; ')}`;
  return { rule, level: verdict === 'fail' ? 'error' : 'warning', text };
}

/** Where an alert is shown. GitHub wants a file for each; without an adapter it is the manifest that names the client. */
const locationOf = (column: Column, { pathInRepository }: RunContext): object => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(pathInRepository(adapterPath(column) ?? './package.json')) },
    region: { startLine: 1 },
  },
});

function resultsIn(column: Column, profile: Profile, results: Results, context: RunContext): readonly object[] {
  const read = cellReader(results);
  return results.suites
    .flatMap(({ scenarios }) => scenarios)
    .flatMap(({ id }) => read(column.id, id)?.checks ?? [])
    .flatMap((judged) => {
      const alert = alertOf(judged, profile, results);
      if (!alert) return [];
      const { known } = judged.result;
      const justification = known === undefined ? undefined : column.known?.[known]?.reason;
      const fingerprint = createHash('sha256').update(`${column.id} ${judged.id}`).digest('hex').slice(0, 32);
      return [
        {
          ruleId: alert.rule.id,
          ruleIndex: rules.indexOf(alert.rule),
          level: alert.level,
          message: { text: `${column.id}: ${alert.text}` },
          locations: [locationOf(column, context)],
          // Every alert of a client is at the same line, so GitHub could not distinguish them by its text.
          partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
          ...(known !== undefined && {
            suppressions: [{ kind: 'external', status: 'accepted', ...(justification !== undefined && { justification }) }],
          }),
        },
      ];
    });
}

function renderSarif(results: Results, context: RunContext): string {
  const { run, columns } = results;
  const profile = results.profiles.find(({ name }) => name === run.profile);
  const found = profile ? columns.flatMap((column) => resultsIn(column, profile, results, context)) : [];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: run.tool.name,
            semanticVersion: run.tool.version,
            rules: rules.map(({ id, name, title, severity }) => ({
              id,
              name,
              shortDescription: { text: title },
              fullDescription: { text: title },
              help: { text: `Show one: ${run.tool.command} --client=<name> --scenario=<id>` },
              properties: { tags: ['security'], 'security-severity': severity },
            })),
          },
        },
        invocations: [{ executionSuccessful: run.partial === undefined, startTimeUtc: run.startedAt }],
        results: found,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Leaked credentials and downgrades as security alerts. */
export const sarif: TextFormat = {
  name: 'sarif',
  description: 'leaked credentials and redirects from https to http, as SARIF 2.1.0 for code scanning',
  file: 'results.sarif',
  render: renderSarif,
};
