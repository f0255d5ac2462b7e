import { expect, test } from 'vitest';
import { main, plainAdapter, userFolder } from '../fixtures/command-line.ts';

/** A client that tells all that it finds: its environment, and files with credentials. */
const telling = `
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';

const read = (name) => {
  try {
    return readFileSync(homedir() + '/' + name, 'utf8');
  } catch (error) {
    return String(error);
  }
};
const found = () => JSON.stringify([process.env, ...['.netrc', '.npmrc', '.curlrc', '.aws/credentials'].map(read)]);

${plainAdapter('telling')
  .replace('const response', "console.log(found());\n    if (method === 'PUT') throw new Error(found());\n    const response")
  .replace('headers, body, signal', "headers: [...headers, ['Found', found()]], body, signal")
  .replace('...response.headers', "...response.headers, ['Found', found()]")}
`;

const SECRET = 'secret-of-the-user';

test('no variable and no credential of the user comes to a client, or into what a run writes', async () => {
  await using folder = await userFolder({
    'client.ts': telling,
    '.netrc': `default login me password ${SECRET}\n`,
    '.npmrc': `//registry.example/:_authToken=${SECRET}\n`,
    '.curlrc': `user = me:${SECRET}\n`,
    '.aws/credentials': `[default]\naws_secret_access_key = ${SECRET}\n`,
  });
  const env = {
    AWS_SECRET_ACCESS_KEY: SECRET,
    NODE_AUTH_TOKEN: SECRET,
    NODE_OPTIONS: `--title=${SECRET}`,
    HTTP_PROXY: `http://me:${SECRET}@127.0.0.1:9`,
    https_proxy: `http://me:${SECRET}@127.0.0.1:9`,
  };
  const reports = ['json', 'html', 'junit', 'markdown', 'sarif'].map((name) => `--reporter=${name}`);
  const options = [
    '--client=./client.ts',
    '--scenario=method-matrix/301-{get,put}',
    '--verbose',
    '--protocol-log=log',
    ...reports,
  ];
  const { stdout, stderr } = await folder.start([main, ...options], { env }).ended;
  const names = await folder.written();
  expect(names.length).toBeGreaterThan(reports.length - 2);
  const written = await Promise.all(names.map((name) => folder.read(`conformance-report/${name}`)));
  const told = [stdout, stderr, await folder.read('log'), ...written];
  expect(told.filter((text) => text.includes('REDIRECT_CONFORMANCE_NAMES')).length).toBeGreaterThan(3);
  expect(told.filter((text) => text.includes(SECRET))).toEqual([]);
});
