import { type OriginName, originNamed, originNames } from '../../suites/vocabulary/origin.ts';

/** The host name of an origin in a script. */
export function hostInScript(name: OriginName): string {
  const { host, domain = '.test' } = originNamed(name);
  return `${host}${domain}`;
}

const isOrigin = (name: string): name is OriginName => (originNames as readonly string[]).includes(name);

const secretsAndHosts = /\{(?:secret:([a-z-]+)|([a-z0-9-]+)\.host)\}/g;

/** Text whose only placeholders are origins: their ports are known when the script runs. */
export const prefilled = (text: string): string =>
  text.replace(secretsAndHosts, (placeholder, secret?: string, name = '') => {
    if (secret !== undefined) return `secret-${secret}`;
    return isOrigin(name) ? hostInScript(name) : placeholder;
  });

const named = /\{([a-z0-9-]+)(?:\.host)?\}/g;

/** The origins that a scenario names. */
export const originsNamed = (scenario: object): readonly OriginName[] => {
  const names = new Set([...JSON.stringify(scenario).matchAll(named)].map(([, name = '']) => name));
  return originNames.filter((name) => names.has(name));
};
