import { bundledClients } from '../clients/index.ts';

/** The part of the repository's manifest that the package takes over. */
export interface RepositoryManifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What the program needs for any client. */
const DEPENDENCIES = [
  '@peculiar/asn1-schema',
  '@peculiar/asn1-x509',
  'commander',
  'picomatch',
  'preact',
  'preact-render-to-string',
  'saxes',
  'semver',
  'string-argv',
  'tinyglobby',
  'vite',
  'zod',
] as const;

/** Bundled clients, and what only some runs need: used if the project has them. */
const OPTIONAL_PEERS: readonly string[] = [
  ...new Set([...bundledClients.flatMap(({ packages }) => packages), 'msw', 'nock']),
].toSorted();

/** The modules that users may import, by the path in its exports. */
const MODULES = {
  '.': 'harness/adapter/index',
  './vitest': 'harness/embedded/vitest',
  './policy': 'harness/policy/index',
  './catalogue': 'harness/build/catalogue',
  './results': 'suites/vocabulary/result',
} as const;

/** Paths without extension: only their types are public. */
export const publicModules: readonly string[] = Object.values(MODULES);

const typed = (path: string): object => ({ types: `./${path}.d.ts`, default: `./${path}.js` });

/** The JSON files of the package, by the path in its exports. */
const JSON_FILES = [
  'catalogue.json',
  'catalogue.schema.json',
  'config.schema.json',
  'known.schema.json',
  'profile.schema.json',
  'results.schema.json',
  'scenarios.schema.json',
  'package.json',
] as const;

/**
 * The manifest of the published package. Clients are optional peers, so that installing it for one client installs no
 * other; vitest is a peer, so that tests of a project run with the project's own.
 */
export function packageManifest({ dependencies, ...repository }: RepositoryManifest): object {
  const { name, version, description, keywords, license, engines } = repository;
  return {
    name,
    version,
    description,
    keywords,
    license,
    type: 'module',
    bin: { [name]: 'harness/cli/main.js' },
    exports: {
      ...Object.fromEntries(Object.entries(MODULES).map(([key, path]) => [key, typed(path)])),
      ...Object.fromEntries(JSON_FILES.map((file) => [`./${file}`, `./${file}`])),
    },
    files: ['harness', 'reports', 'suites', '*.json'],
    dependencies: Object.fromEntries(DEPENDENCIES.map((dependency) => [dependency, `^${dependencies[dependency]}`])),
    peerDependencies: { ...Object.fromEntries(OPTIONAL_PEERS.map((peer) => [peer, '*'])), vitest: '>=3.2' },
    peerDependenciesMeta: Object.fromEntries(OPTIONAL_PEERS.map((peer) => [peer, { optional: true }])),
    engines,
    publishConfig: { access: 'public', provenance: true },
  };
}
