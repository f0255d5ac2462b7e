import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type UserFolder, userFolder } from '../../fixtures/command-line.ts';
import { root } from '../../installation.ts';
import { clientKinds } from '../init/templates.ts';

const FILES = [
  'redirect-client.ts',
  'redirect-conformance.config.ts',
  'redirect-conformance.known.json',
  '.github/workflows/redirect-conformance.yml',
];

/** A project that has this program and all clients installed. */
async function projectFolder(manifest: object): Promise<UserFolder> {
  const folder = await userFolder({ 'package.json': JSON.stringify({ type: 'module', ...manifest }) });
  const modules = join(folder.path, 'node_modules');
  await mkdir(modules);
  await symlink(root, join(modules, 'redirect-conformance'));
  for (const name of ['axios', 'got', 'undici']) await symlink(join(root, 'node_modules', name), join(modules, name));
  return folder;
}

test.for(clientKinds)('init for %s writes files with which the next command runs', async (kind) => {
  await using folder = await projectFolder({});
  const { code, stdout } = await folder.run('init', `--for=${kind}`, '--yes');
  expect(code).toBe(0);
  for (const file of FILES) expect(stdout).toContain(`wrote   ${file}\n`);
  expect(stdout).toContain('Next: npm test --');
  expect(await folder.run('--scenario=method-matrix/307-{get,post}')).toMatchObject({ code: 0, stderr: '' });
});

test('init chooses by the packages of the project, and by its CI', async () => {
  await using folder = await projectFolder({ devDependencies: { got: '*' } });
  await folder.write('.gitlab-ci.yml', '');
  const { stdout } = await folder.run('init');
  expect(stdout).toContain('wrote   redirect-conformance.gitlab-ci.yml');
  expect(await folder.read('redirect-client.ts')).toContain("from 'got'");
});

test('init keeps every file that exists', async () => {
  await using folder = await projectFolder({});
  await folder.write('redirect-client.ts', 'mine');
  const { stdout } = await folder.run('init', '--ci=none');
  expect(stdout).toContain('kept    redirect-client.ts');
  expect(await folder.read('redirect-client.ts')).toBe('mine');
  expect((await folder.run('init', '--ci=none')).stdout).not.toContain('wrote');
});

describe('init refuses in one line', () => {
  test.for<[what: string, args: readonly string[], manifest: string, line: RegExp]>([
    ['an unknown client', ['--for=superagent'], '{}', /--for.*superagent.*blank, fetch, axios, got, undici/],
    ['an unknown CI', ['--ci=jenkins'], '{}', /--ci.*jenkins.*github, gitlab, none/],
    ['a package.json that is not valid', [], '{', /package\.json is not valid JSON/],
  ])('%s', async ([, args, manifest, line]) => {
    await using folder = await userFolder({ 'package.json': manifest });
    const { code, stderr } = await folder.run('init', ...args);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});
