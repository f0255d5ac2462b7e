import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../installation.ts';
import { packageManifest, type RepositoryManifest } from './package-manifest.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

const { dependencies } = packageManifest(readJson('package.json') as RepositoryManifest) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const licenceOf = (name: string): string => (readJson(`node_modules/${name}/package.json`) as { license: string }).license;

/** The rows of the page, each with the name of a package, what it is for, and its licence. */
const rows = [...readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `(\S+)` +\| (.+?) +\| (\S+) +\|$/gm)];

test('docs/dependencies.md lists each dependency of the package with its licence', () => {
  const listed = rows.map(([, name, , licence]) => [name, licence]);
  expect(listed).toEqual(Object.keys(dependencies).map((name) => [name, licenceOf(name)]));
});
