import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Results } from '../../suites/vocabulary/result.ts';
import { sampleCell, sampleColumn, sampleContext, sampleGateRun, sampleResults } from '../sample.fixture.ts';
import { badge } from './badge.ts';

/** The members that https://shields.io/badges/endpoint-badge names. */
const endpointSchema = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string().min(1),
  color: z.string(),
  isError: z.boolean().optional(),
});

const render = async (results: Results): Promise<z.infer<typeof endpointSchema>> =>
  endpointSchema.parse(JSON.parse(await badge.render(results, sampleContext)));

const faulty = sampleGateRun();
const failing = { ...faulty, cells: faulty.cells.filter(({ fault }) => fault === undefined) };
const known = { ...failing, unexpected: failing.unexpected.filter(({ kind }) => kind === 'new') };
const right = sampleResults([sampleColumn('right')], [], [sampleCell('right', { id: 'area/a' } as never, [])]);

test.for<[what: string, results: Results, message: string, color: string]>([
  ['a fault', faulty, 'harness fault', 'lightgrey'],
  ['results that are partial', { ...failing, run: { ...failing.run, partial: 'interrupted' } }, 'interrupted', 'lightgrey'],
  ['unexpected results', failing, '3 unexpected', 'red'],
  ['known deviations', known, '1 known deviation', 'yellow'],
  ['nothing', right, 'as expected', 'brightgreen'],
])('the badge shows %s', async ([, results, message, color], { expect: x }) => {
  x(await render(results)).toMatchObject({ label: 'redirects (fetch)', message, color });
});

test('the badge of a run that cannot be trusted is an error', async () => {
  expect((await render(faulty)).isError).toBe(true);
  expect((await render(right)).isError).toBeUndefined();
});
