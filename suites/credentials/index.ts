import type { Suite } from '../vocabulary/scenario.ts';
import { secretsInBodies } from './bodies.ts';
import { credentialChains } from './chains.ts';
import { challenged } from './challenges.ts';
import { givenPasswords } from './given.ts';
import { inLocation } from './in-location.ts';
import { lookalikes } from './lookalikes.ts';
import { credentialsByName, longCredentials } from './names.ts';
import { netrcPasswords } from './netrc.ts';
import { credentialsByShape } from './shapes.ts';
import { signedUrls } from './signed-urls.ts';
import { credentialsByStatus } from './statuses.ts';
import { tokensByOrigin } from './tokens.ts';
import { unlistedCredentials } from './unlisted.ts';

/** Credentials on redirects, beyond what `cross-host-auth` tests. */
export const credentialsSuite: Suite = {
  id: 'credentials',
  title: 'Credentials',
  scenarios: [
    ...credentialsByStatus,
    ...givenPasswords,
    ...credentialChains,
    ...inLocation,
    ...lookalikes,
    ...credentialsByName,
    longCredentials,
    ...unlistedCredentials,
    ...credentialsByShape,
    ...signedUrls,
    ...challenged,
    ...netrcPasswords,
    ...tokensByOrigin,
    ...secretsInBodies,
  ],
};
