import { adr016 } from './adr-016.ts';
import { common } from './common.ts';
import { convention } from './convention.ts';
import { contentSecurityPolicy } from './csp.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import { fetchStandard } from './fetch.ts';
import { htmlStandard } from './html.ts';
import { referrerPolicy } from './referrer-policy.ts';
import { rfc10008 } from './rfc10008.ts';
import { rfc3986 } from './rfc3986.ts';
import { rfc6265bis } from './rfc6265bis.ts';
import { rfc6066 } from './rfc6066.ts';
import { rfc6455 } from './rfc6455.ts';
import { rfc6797 } from './rfc6797.ts';
import { rfc9110 } from './rfc9110.ts';
import { rfc9111 } from './rfc9111.ts';
import { rfc9112 } from './rfc9112.ts';
import { rfc9113 } from './rfc9113.ts';
import { strict } from './strict.ts';
import { urlStandard } from './url.ts';
import { websocketsStandard } from './websockets.ts';

/** Every normative statement that a ruling can be based on. */
export const requirements = {
  ...common,
  ...rfc9110,
  ...rfc9111,
  ...rfc9112,
  ...rfc9113,
  ...rfc3986,
  ...rfc6265bis,
  ...rfc10008,
  ...rfc6066,
  ...rfc6455,
  ...rfc6797,
  ...fetchStandard,
  ...urlStandard,
  ...htmlStandard,
  ...websocketsStandard,
  ...referrerPolicy,
  ...contentSecurityPolicy,
  ...fetchMetadata,
  ...adr016,
  ...strict,
  ...convention,
};

/** The id of a normative statement. */
export type KnownRequirementId = keyof typeof requirements;
