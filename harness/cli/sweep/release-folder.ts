import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnFrom, compactColumn } from '../../../reports/compact/compact-column.ts';
import { catalogueOf, columnFile, frameFiles } from '../../../reports/compact/compact-results.ts';
import { writeWhole } from '../../../reports/write-whole.ts';
import { suites } from '../../../suites/index.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { ReleaseColumn } from './release.ts';

/** The folder in which a sweep keeps releases, as compact results: from it a sweep goes on. */
export class ReleaseFolder {
  readonly #folder: string;
  readonly #catalogue = catalogueOf(suites);

  constructor(folder: string) {
    this.#folder = folder;
  }

  write({ column, cells }: ReleaseColumn): void {
    writeWhole(this.#pathOf(column.id), compactColumn(column, cells, this.#catalogue));
  }

  /** A release that was kept before and ran all these scenarios of this catalogue; any other has to be run again. */
  read(column: string, scenarios: readonly Scenario[], profile: Profile): ReleaseColumn | undefined {
    const file = this.#pathOf(column);
    if (!existsSync(file)) return undefined;
    try {
      const release = columnFrom(readFileSync(file), this.#catalogue, [profile]);
      const ran = new Set(release.cells.map((cell) => cell.scenario));
      return scenarios.every(({ id }) => ran.has(id)) ? release : undefined;
    } catch {
      return undefined;
    }
  }

  /** Writes what makes the releases of these results a whole that other commands read. */
  complete(results: Results): void {
    for (const { path, contents } of frameFiles({ ...results, suites })) writeWhole(join(this.#folder, path), contents);
  }

  #pathOf(column: string): string {
    return join(this.#folder, columnFile(column));
  }
}
