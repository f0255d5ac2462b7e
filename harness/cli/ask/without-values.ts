import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';

/** Fields that say what a message is, or how to handle it. Their values are no secrets, and clients act on them. */
const ABOUT_MESSAGES =
  /^(accept(-.*)?|cache-control|connection|content-.*|expect|if-.*|pragma|prefer|range|te|transfer-encoding|upgrade|user-agent)$/i;

const ofPlanted: Readonly<Record<string, string>> = {
  authorization: '{secret:authorization}',
  cookie: '{secret:cookie}',
  'proxy-authorization': '{secret:proxy-authorization}',
  'x-api-key': '{secret:x-api-key}',
};

/** The value in place of one that may be a secret; the scheme of a credential stays, and the names of cookies. */
function substitute(name: string, value: string): string {
  const planted = ofPlanted[name.toLowerCase()];
  if (planted === undefined) return `value-of-${name.toLowerCase()}`;
  if (/^cookie$/i.test(name)) return value.replaceAll(/=[^;]*/g, `=${planted}`);
  const [scheme] = /^[A-Za-z-]+ (?=\S)/.exec(value) ?? [];
  return (scheme ?? '') + planted;
}

/** The same fields without values that may be secret: how a client treats a field depends on its name. */
export const withoutValues = (fields: HeaderFields): HeaderFields =>
  fields.map(([name, value]) => [name, ABOUT_MESSAGES.test(name) ? value : substitute(name, value)] as const);
