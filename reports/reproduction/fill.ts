import { type OriginName, originNamed, originNames, OWN_ORIGIN } from '../../suites/vocabulary/origin.ts';

/** The end of an address in a network for tests: the same in every script. */
const END_OF_IPV4 = '0.1';
const END_OF_IPV6 = '1000:1';

const addressIn = (network: string): string =>
  network.includes(':') ? `[${network}:${END_OF_IPV6}]` : `${network}.${END_OF_IPV4}`;

/** The host of an origin in a script, as a URL writes it. */
export function hostInScript(name: OriginName): string {
  const { host, domain = '.test', network } = originNamed(name);
  return network === undefined ? `${host}${domain}` : addressIn(network);
}

/** An origin in a script, without its default port. */
function originInScript(name: OriginName): string {
  const { scheme, port } = originNamed(name);
  return new URL(`${scheme}://${hostInScript(name)}:${port}`).origin;
}

/** How a placeholder can ask for the host of an origin to be written. */
const spellings: Readonly<Record<string, (name: OriginName) => string>> = {
  '.host': hostInScript,
  '.host:upper': (name) => hostInScript(name).toUpperCase(),
  '.host:alias': (name) => addressIn(originNamed(name).alias ?? ''),
};

const namedOrigin = new RegExp(String.raw`\{(${OWN_ORIGIN}|${originNames.join('|')})(\.host(?::\w+)?)?\}`, 'g');

/** Text with every placeholder replaced. */
export const filled = (text: string): string =>
  text
    .replaceAll(/\{secret:([a-z-]+)\}/g, 'secret-$1')
    .replaceAll(namedOrigin, (_, name: OriginName, spelling?: string) =>
      spelling === undefined ? originInScript(name) : (spellings[spelling]?.(name) ?? ''),
    );

/** The origins that a text names. */
export const originsNamedIn = (text: string): readonly OriginName[] =>
  [...text.matchAll(namedOrigin)].map(([, name]) => name as OriginName);
