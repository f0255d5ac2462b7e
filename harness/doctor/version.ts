import type { Ready } from '../drivers/protocol.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { LoadedPackage } from './loaded-packages.ts';

const inOneLine = (packages: readonly LoadedPackage[]): string =>
  packages.map(({ name, version }) => `${name} ${version}`).join(', ');

/** Whether an adapter has the name of a package: `undici`, `undici/fetch`, `undici@7.0.0`, `undici+configured`. */
const isNamedAfter = (adapter: string, { name }: LoadedPackage): boolean =>
  adapter === name || ['/', '@', '+'].some((mark) => adapter.startsWith(name + mark));

/** Whether the version that an adapter says is that of what was loaded. Without packages, nobody could look into the driver. */
export function examineVersion(
  { name, version, runtime }: Pick<Ready, 'name' | 'version' | 'runtime'>,
  packages: readonly LoadedPackage[] | undefined,
): Diagnosis {
  const diagnosis = { probe: 'version', title: `The version is that of the client which is loaded: ${version}` };
  if (!packages) return { ...diagnosis, state: 'n/a', seen: 'only a driver for Node.js shows what it loads' };
  const namesake = packages.find((each) => isNamedAfter(name, each));
  const remedy = 'read the version from the client that is loaded, or from its package.json; never write it by hand';
  if (namesake && namesake.version !== version) {
    return { ...diagnosis, state: 'lie', seen: `${inOneLine([namesake])} is loaded`, remedy };
  }
  const source = packages.find((each) => each.version === version);
  if (source) return { ...diagnosis, state: 'ok', seen: `that of ${source.name}` };
  if (runtime.endsWith(` ${version}`)) return { ...diagnosis, state: 'ok', seen: `that of ${runtime}` };
  const installed = packages.filter(({ isInstalled }) => isInstalled);
  const loaded = installed.length > 0 ? `; loaded are ${inOneLine(installed.slice(0, 5))}` : '';
  return { ...diagnosis, state: 'hint', seen: `nothing that is loaded has this version${loaded}`, remedy };
}
