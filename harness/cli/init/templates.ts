import { catalogueVersion } from '../../build/check-ids.ts';

/** A file that `init` writes, relative to the current folder. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** What an adapter can be started from. */
export const clientKinds = ['blank', 'fetch', 'axios', 'got', 'undici'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Where a workflow can be written for. */
export const ciKinds = ['github', 'gitlab', 'none'] as const;
export type CiKind = (typeof ciKinds)[number];

const CLIENT = 'redirect-client.ts';

const adapters: Readonly<Record<ClientKind, string>> = {
  blank: `import { defineClient } from 'redirect-conformance';

export default defineClient({
  name: 'my-client',
  version: '1.0.0',
  async send({ url, method, headers, body }, { signal }) {
    // Your client here, in place of fetch.
    const response = await fetch(url, { method, headers, body, signal });
    return {
      status: response.status,
      headers: [...response.headers],
      body: new Uint8Array(await response.arrayBuffer()),
      url: response.url,
    };
  },
});
`,
  fetch: `import { fromFetch } from 'redirect-conformance';

// Your function with the interface of fetch, in place of fetch.
export default fromFetch('my-client', '1.0.0', fetch);
`,
  axios: `import axios from 'axios';
import { fromAxios } from 'redirect-conformance';

// Your instance, with its interceptors and defaults.
const instance = axios.create();

export default fromAxios(instance, { name: 'my-client', version: axios.VERSION });
`,
  got: `import got from 'got';
import { fromGot } from 'redirect-conformance';

// Your instance, with its hooks and defaults.
const instance = got.extend({});

export default fromGot(instance, { name: 'my-client' });
`,
  undici: `import { fetch } from 'undici';
import { fromFetch } from 'redirect-conformance';

// Your function with the interface of fetch, in place of undici's.
export default fromFetch('my-client', '1.0.0', fetch);
`,
};

const config = `import { defineConfig } from 'redirect-conformance';

export default defineConfig({
  clients: ['./${CLIENT}'],
  // The rules that gate the run: fetch, rfc9110, adr-016, strict, or the path of a profile.
  profile: 'fetch',
  known: './redirect-conformance.known.json',
  output: './conformance-report',
});
`;

const known = (): string =>
  `${JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', catalogue: catalogueVersion(), clients: {} }, null, 2)}\n`;

const github = `name: redirect-conformance
on: [push, pull_request]
permissions:
  contents: read
jobs:
  redirects:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx redirect-conformance
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: conformance-report
          path: conformance-report
`;

const gitlab = `redirect-conformance:
  image: node:24
  script:
    - npm ci
    - npx redirect-conformance
  artifacts:
    when: always
    paths:
      - conformance-report
    reports:
      junit: conformance-report/junit.xml
`;

const workflows: Readonly<Record<CiKind, readonly NewFile[]>> = {
  github: [{ name: '.github/workflows/redirect-conformance.yml', text: github }],
  // A file of its own, because most projects have a .gitlab-ci.yml already.
  gitlab: [{ name: 'redirect-conformance.gitlab-ci.yml', text: gitlab }],
  none: [],
};

/** The files of a project that gates its client. */
export const newFiles = (client: ClientKind, ci: CiKind): readonly NewFile[] => [
  { name: CLIENT, text: adapters[client] },
  { name: 'redirect-conformance.config.ts', text: config },
  { name: 'redirect-conformance.known.json', text: known() },
  ...workflows[ci],
];
