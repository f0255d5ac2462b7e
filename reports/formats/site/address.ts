/** Names that a folder of a page has for itself. */
const taken: readonly string[] = ['index.html', 'index.json'];

const hexadecimal = (octet: number): string => `=${octet.toString(16).padStart(2, '0').toUpperCase()}`;
const spelled = (text: string): string => [...new TextEncoder().encode(text)].map(hexadecimal).join('');

/** A name as a part of an address that every file system and every server takes as it is; two names never become one. */
function segment(name: string): string {
  if (name === '') return '=';
  const safe = name.replace(/[^\w.~@+-]|^\.|\.$/gu, spelled);
  return taken.includes(safe.toLowerCase()) ? spelled(safe.slice(0, 1)) + safe.slice(1) : safe;
}

/** An id with slashes as folders: `undici/fetch`. */
const folders = (id: string): string => id.split('/').map(segment).join('/');

/** The style of every page. */
export const STYLE_FILE = 'style.css';

/** The address of each page from the top of the site, a folder with a slash at its end. They stay the same from run to run. */
export const addresses = {
  home: '',
  clients: 'clients/',
  client: (id: string) => `clients/${folders(id)}/`,
  scenarios: 'scenarios/',
  suite: (id: string) => `scenarios/${segment(id)}/`,
  scenario: (id: string) => `scenarios/${folders(id)}/`,
  requirements: 'requirements/',
  requirement: (id: string) => `requirements/${folders(id)}/`,
  specification: 'specification/',
  document: (name: string) => `specification/${segment(name)}/`,
  capabilities: 'capabilities/',
  migration: 'migration/',
  badges: 'badges/',
  badge: (profile: string, client: string) => `badges/${segment(profile)}/${folders(client)}.svg`,
} as const;

/** Makes a link that works from a page, on any server and without one. */
export type LinkTo = (address: string, anchor?: string) => string;

/** The way from a page to the top of the site. */
const topFrom = (page: string): string => '../'.repeat(page.split('/').length - 1);

/** Links from a page to others. They name the file, because a browser without a server does not look for it. */
export const linksFrom =
  (page: string): LinkTo =>
  (address, anchor) => {
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
    return topFrom(page) + file + (anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`);
  };
