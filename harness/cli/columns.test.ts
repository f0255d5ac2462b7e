import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProcess } from '../drivers/process-driver.ts';
import { installedBrowsers, missingFor } from '../browser/find-browser.ts';
import { plainAdapter } from '../fixtures/command-line.ts';
import { bundledColumns, selectColumns } from './columns.ts';

test('a driver that is late to start ends its own column, and no other one', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'columns-'));
  const late = join(folder.path, 'late.ts');
  const quick = join(folder.path, 'quick.ts');
  await writeFile(late, 'await new Promise((resolve) => setTimeout(resolve, 60_000));');
  await writeFile(quick, plainAdapter('quick'));
  const columns = await selectColumns([late, quick], ['wire'], (command) =>
    startProcess(command, { limit: command.includes(late) ? 300 : 20_000 }),
  );
  expect(columns).toMatchObject([{ id: late, fault: 'the driver was not ready within 0.3 s' }, { id: 'quick' }]);
  expect(columns[1]).not.toHaveProperty('fault');
});

test.for<[name: string, ids: readonly string[]]>([
  ['axios', ['axios']],
  ['node', ['node/fetch']],
  ['got+http2', ['got+http2']],
  ['policy/fetch', ['policy/fetch']],
])('--client=%s means the column with this id, or else the clients of every day of the package', async ([name, ids]) => {
  const columns = await selectColumns([name], ['wire']);
  expect(columns.map(({ id }) => id)).toEqual(ids);
});

test('what runs if no client is named, --client=further and the browsers that are there are together --client=all', async () => {
  const [all, further] = await Promise.all([selectColumns(['all'], ['wire']), selectColumns(['further'], ['wire'])]);
  const present = installedBrowsers.filter((browser) => missingFor(browser) === undefined).map(({ name }) => name.toLowerCase());
  const browsers = present.length > 0 ? await selectColumns(present, ['wire']) : [];
  expect([...bundledColumns(['wire']), ...further, ...browsers]).toEqual(all);
  expect(further.map(({ id }) => id)).toContain('superagent');
});
