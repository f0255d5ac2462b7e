import type { FolderFormat } from '../format.ts';
import { addresses, STYLE_FILE } from './address.ts';

/** Pages with addresses that stay, for a file server or for none. */
export const site: FolderFormat = {
  name: 'site',
  description: 'a page for each client, scenario and requirement, and badges, as a static site',
  folder: 'site',
  entries: [
    'index.html',
    'index.json',
    STYLE_FILE,
    'sitemap.xml',
    addresses.clients,
    addresses.scenarios,
    addresses.requirements,
    addresses.specification,
    addresses.capabilities,
    addresses.migration,
    addresses.badges,
  ].map((entry) => entry.replace(/\/$/, '')),
  // Loaded when it is needed: no other command waits for it.
  files: async (results, context) => (await import('./site-files.ts')).siteFiles(results, context),
};
