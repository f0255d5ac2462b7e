import { site } from '../../reports/formats/site/index.ts';
import { catalogueResults } from '../../reports/model/results.ts';
import { whyNotReplaceable, writeFolder } from '../../reports/write-folder.ts';
import { countsOf, coverage } from '../../suites/coverage/coverage.ts';
import { suites as catalogue } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import { catalogueVersion } from '../build/check-ids.ts';
import { toolCommand, toolVersion } from '../installation.ts';
import { untestedIn } from './untested.ts';
import { UsageError } from './usage-error.ts';

/** Writes a site of scenarios that no client has run. */
export async function writeCatalogueSite(suites: readonly Suite[], folder: string): Promise<void> {
  const why = whyNotReplaceable(folder, site.entries);
  if (why !== undefined) throw new UsageError(`--site=${folder}: cannot be written: ${why}; choose another folder`);
  const covered = coverage(catalogue);
  const results = catalogueResults(
    {
      tool: { name: 'redirect-conformance', version: toolVersion(), command: toolCommand },
      runtime: `node ${process.versions.node}`,
      profile: 'fetch',
      catalogue: catalogueVersion(),
      transports: [],
      startedAt: new Date().toISOString(),
    },
    { suites, profiles, requirements, coverage: countsOf(covered) },
  );
  writeFolder(folder, site.entries, await site.files(results, { untested: untestedIn(covered) }));
}
