import { h, type ComponentChildren } from 'preact';
import type { FolderFile } from '../format.ts';
import { textOfPage } from '../page.ts';
import { addresses, type LinkTo, linksFrom, STYLE_FILE } from './address.ts';

/** A page of the site. */
export interface SitePage {
  /** The address of its folder from the top of the site. */
  readonly address: string;
  readonly title: string;
  /** What it shows; the links in it start from the page. */
  readonly content: (to: LinkTo) => ComponentChildren;
  /** The same for programs. */
  readonly data: unknown;
}

/** Only the style of the site may load. `file:` is for pages that are opened without a server. */
const sources = { 'img-src': "'self' file:", 'style-src': "'self' file:" };

const chapters: readonly (readonly [title: string, address: string])[] = [
  ['Overview', addresses.home],
  ['Clients', addresses.clients],
  ['Scenarios', addresses.scenarios],
  ['Specification', addresses.specification],
  ['Requirements', addresses.requirements],
  ['Capabilities', addresses.capabilities],
  ['Migration', addresses.migration],
  ['Badges', addresses.badges],
];

const navigation = (page: string, to: LinkTo): ComponentChildren =>
  h(
    'nav',
    { 'aria-label': 'Site' },
    chapters.map(([title, address]) =>
      h('a', { href: to(address), ...(address === page && { 'aria-current': 'page' as const }) }, title),
    ),
  );

function renderPage({ address, title, content }: SitePage, about: string): string {
  const to = linksFrom(address);
  return textOfPage({
    title: `${title} · Redirect conformance`,
    sources,
    head: [
      h('link', { rel: 'stylesheet', href: to(STYLE_FILE) }),
      h('link', { rel: 'alternate', type: 'application/json', href: 'index.json' }),
    ],
    body: [
      navigation(address, to),
      h('main', {}, h('h1', {}, title), content(to)),
      h('footer', {}, about, ' · ', h('a', { href: 'index.json' }, 'this page as JSON')),
    ],
  });
}

/** The files of a page. `about` says which run it is of. */
export function pageFiles(page: SitePage, about: string): readonly FolderFile[] {
  return [
    { path: `${page.address}index.html`, contents: renderPage(page, about) },
    { path: `${page.address}index.json`, contents: `${JSON.stringify(page.data)}\n` },
  ];
}
