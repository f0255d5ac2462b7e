import type { Suite } from '../vocabulary/scenario.ts';
import { chains } from './chains.ts';
import { challenged } from './challenges.ts';
import { given } from './given.ts';
import { inLocation } from './in-location.ts';
import { lookalikes } from './lookalikes.ts';
import { names } from './names.ts';
import { byShape } from './shapes.ts';
import { signedUrls } from './signed-urls.ts';
import { byStatus } from './statuses.ts';

export const credentials: Suite = {
  id: 'credentials',
  title: 'Credentials',
  scenarios: [...byStatus, ...given, ...chains, ...inLocation, ...lookalikes, ...names, ...byShape, ...signedUrls, ...challenged],
};
