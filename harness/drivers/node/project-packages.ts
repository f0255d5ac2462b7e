import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulePath, root } from '../../installation.ts';

const urlOf = (path: string): string => pathToFileURL(path).href;

/** The modules of this program that import optional packages. */
const clients = urlOf(join(root, 'harness/clients/'));
const mocks = ['msw', 'nock', 'mock-agent'].map((name) => urlOf(modulePath(`harness/drivers/node/${name}`)));

const isPackage = (specifier: string): boolean => !/^(\.|\/|\w+:)/.test(specifier);

/**
 * From now on bundled clients and mocks are those of the project in a folder, wherever this program is installed. A package
 * that the project does not have is looked for beside this program.
 */
export function usePackagesOf(folder: string): void {
  const project = urlOf(join(folder, '/'));
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      if (!isPackage(specifier) || !(parentURL.startsWith(clients) || mocks.includes(parentURL))) return next(specifier, context);
      try {
        return next(specifier, { ...context, parentURL: project });
      } catch {
        return next(specifier, context);
      }
    },
  });
}
