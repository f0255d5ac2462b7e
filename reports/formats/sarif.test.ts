import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secrets } from '../../suites/vocabulary/secret.ts';
import { sampleContext, sampleGateRun } from '../sample.fixture.ts';
import { sarif } from './sarif.ts';

const message = z.strictObject({ text: z.string() });

/** The members that are written, as sarif-schema-2.1.0.json of OASIS defines them; it forbids others. */
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              properties: z.strictObject({ tags: z.array(z.string()), 'security-severity': z.string().regex(/^\d\.\d$/) }),
            }),
          ),
        }),
      }),
      invocations: z.array(z.strictObject({ executionSuccessful: z.boolean(), startTimeUtc: z.iso.datetime() })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(-1),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w./%~-]+$/) }),
                region: z.strictObject({ startLine: z.int().min(1) }),
              }),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
                justification: z.string().optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

const sample = sampleGateRun();
const render = async (results = sample, context = sampleContext): Promise<z.infer<typeof sarifSchema>['runs'][number]> =>
  sarifSchema.parse(JSON.parse(await sarif.render(results, context))).runs[0]!;

describe('sarif', () => {
  it('has an alert for a leaked credential, at the file of the adapter', async () => {
    const { results } = await render();
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      ruleId: 'credential-sent/authorization',
      level: 'error',
      message: {
        text: 'wrong: area/a#canary:authorization@other: authorization sent; must be “absent” (Fetch Standard, step 12)',
      },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'wrong.ts' } } }],
    });
  });

  it('suppresses what is known, with the reason', async () => {
    const { results } = await render();
    expect(results[0]?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'an old bug' }]);
  });

  it('has an alert for a redirect from https to http that the rules forbid', async () => {
    const [suite] = sample.suites;
    const scenarios = suite!.scenarios.map((scenario) => ({
      ...scenario,
      checks: scenario.checks.map((check) => ({
        ...check,
        rulings: check.rulings.map((ruling) => ({ ...ruling, requirement: 'strict/no-downgrade' as const })),
      })),
    }));
    const { results } = await render({ ...sample, suites: [{ ...suite!, scenarios }] } as typeof sample);
    expect(results.map(({ ruleId }) => ruleId)).toContain('downgrade/followed');
  });

  it('has rules whose ids are unique and never change, and results that refer to them', async () => {
    const { tool, results } = await render();
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([
      ...secrets.map((secret) => `credential-sent/${secret}`),
      'credential-sent/client-certificate',
      'downgrade/followed',
      'downgrade/referer',
    ]);
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it('has a path in the repository for a client without an adapter, and none with spaces in it', async () => {
    const columns = sample.columns.map((column) => ({ ...column, client: column.id === 'wrong' ? './my client.ts' : 'got' }));
    const [first] = (await render({ ...sample, columns })).results;
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('my%20client.ts');
    const bundled = sample.columns.map((column) => ({ ...column, client: 'got' }));
    const [second] = (await render({ ...sample, columns: bundled })).results;
    expect(second?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('package.json');
  });

  it('says that results are partial', async () => {
    const partial = { ...sample, run: { ...sample.run, partial: 'interrupted' as const } };
    expect((await render(partial)).invocations[0]?.executionSuccessful).toBe(false);
    expect((await render()).invocations[0]?.executionSuccessful).toBe(true);
  });
});
