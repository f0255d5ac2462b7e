import { join } from 'node:path';
import { expect, test } from 'vitest';
import { userFolder } from '../fixtures/command-line.ts';
import { root } from '../installation.ts';

// docs/s3.md gates the SDK by docs/examples/aws-sdk.json, under the profile that has rules for it.

test('the list in docs/examples is what the SDK misses, no more and no less', { timeout: 200_000 }, async () => {
  await using folder = await userFolder();
  const known = join(root, 'docs/examples/aws-sdk.json');
  const { code, stdout } = await folder.run('--client=aws-sdk', `--known=${known}`);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('0 unexpected') });
  const { run, unexpected } = await folder.results();
  expect({ profile: run.profile, unexpected }).toEqual({ profile: 'rfc9110', unexpected: [] });
});
