import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Untested } from '../format.ts';
import { type ClientCounts } from '../html/clients-section.ts';
import { clientCounts } from '../html/client-counts.ts';
import { makeTableData } from '../html/data/make-table-data.ts';
import { TableModel } from '../html/data/table-model.ts';
import { profiledMatrices, type ProfiledMatrix } from '../html/per-profile.ts';
import { type StatementTest, testsByStatement } from './statement-tests.ts';

/** What all pages are made from. */
export interface SiteModel {
  readonly results: Results;
  readonly table: TableModel;
  readonly matrices: readonly ProfiledMatrix[];
  /** The profile that gated the run; pages show its verdicts. */
  readonly profile: Profile;
  /** What is wrong with each client under that profile. */
  readonly counts: readonly ClientCounts[];
  /** What tests each requirement, by its id. */
  readonly tests: ReadonlyMap<string, readonly StatementTest[]>;
  /** What no scenario tests. */
  readonly untested: readonly Untested[];
}

/** Prepares the results of a run for the pages. */
export function siteModel(results: Results, untested: readonly Untested[]): SiteModel {
  const matrices = profiledMatrices(results);
  const table = new TableModel(makeTableData(results, matrices));
  const at = table.profileOf(results.run.profile);
  const profile = results.profiles[at] ?? { name: results.run.profile, title: results.run.profile, authorities: [] };
  return {
    results,
    table,
    matrices,
    profile,
    counts: clientCounts(table, matrices)[at] ?? [],
    tests: testsByStatement(results, table, profile),
    untested,
  };
}
