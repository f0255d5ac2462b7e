import { isOwnOrigin, OWN_ORIGIN, type OriginName, originNames } from '../../suites/vocabulary/origin.ts';
import { type Secret, secrets } from '../../suites/vocabulary/secret.ts';
import { aliasOf, hostOf, secretOf, urlOf } from './names.ts';

/** What the names in a text belong to. */
export interface Named {
  readonly id: string;
  /** The origins that the scenario names. */
  readonly origins: readonly OriginName[];
}

const isSecret = (name: string): name is Secret => secrets.some((secret) => secret === name);
const isOrigin = (name: string): name is OriginName =>
  isOwnOrigin(name as OriginName) || originNames.some((origin) => origin === name);

/** How a placeholder can ask for the host of an origin to be written. */
const spellings: Readonly<Record<string, (name: OriginName, scenarioId: string) => string | undefined>> = {
  '.host': hostOf,
  '.host:upper': (name, scenarioId) => hostOf(name, scenarioId).toUpperCase(),
  '.host:alias': aliasOf,
};

function valueOf(placeholder: string, scenarioId: string): string {
  const [, secret] = placeholder.split('secret:');
  if (secret !== undefined && isSecret(secret)) return secretOf(secret, scenarioId);
  if (isOrigin(placeholder)) return urlOf(placeholder, scenarioId);
  const [name = '', spelling = ''] = placeholder.split(/(?=\.)/);
  const host = isOrigin(name) ? spellings[spelling]?.(name, scenarioId) : undefined;
  if (host !== undefined) return host;
  throw new Error(`${scenarioId}: {${placeholder}} is neither an origin nor a secret`);
}

/** Matches a placeholder; its group is the name inside the braces. */
export const PLACEHOLDER = String.raw`\{(${OWN_ORIGIN}|[a-z][a-z0-9:.-]*)\}`;

const placeholders = new RegExp(PLACEHOLDER, 'g');

/** Text with every placeholder replaced; throws on one that names nothing. */
export function fillIn(text: string, scenarioId: string): string {
  return text.replace(placeholders, (_, placeholder: string) => valueOf(placeholder, scenarioId));
}

type Replacement = readonly [value: string, placeholder: string];

/** What stands for each name and secret, the longest value first: an origin with a port begins with the one without, and a host ends with its parent domain. */
function replacementsFor({ id: scenarioId, origins }: Named): readonly Replacement[] {
  const names = [...originNames, ...origins.filter(isOwnOrigin)];
  const values = [
    ...secrets.map((secret): Replacement => [secretOf(secret, scenarioId), `{secret:${secret}}`]),
    ...names.map((name): Replacement => [urlOf(name, scenarioId), `{${name}}`]),
    ...Object.entries(spellings).flatMap(([spelling, write]) =>
      originNames.map((name): Replacement => [write(name, scenarioId) ?? '', `{${name}${spelling}}`]),
    ),
  ];
  return values.filter(([value]) => value !== '').toSorted(([a], [b]) => b.length - a.length);
}

/** Many facts of a scenario are read one after the other. */
const replacements = new WeakMap<Named, readonly Replacement[]>();

/** The inverse of `fillIn`: text with placeholders in place of the names and secrets of a scenario. */
export function takeOut(text: string, names: Named): string {
  const known = replacements.get(names) ?? replacementsFor(names);
  replacements.set(names, known);
  return known.reduce((rest, [value, placeholder]) => rest.replaceAll(value, placeholder), text);
}

/** The origins that a text names in its placeholders. */
export function originsIn(text: string): readonly OriginName[] {
  return [...text.matchAll(placeholders)]
    .map(([, name = '']) => (isOrigin(name) ? name : name.replace(/\..*/, '')))
    .filter(isOrigin);
}
