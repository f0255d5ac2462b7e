import { h } from 'preact';
import { addresses } from '../address.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

/** The badges of all clients, with the line that shows them elsewhere. */
export function badgesPage({ results: { columns, profiles } }: SiteModel): SitePage {
  return {
    address: addresses.badges,
    title: 'Badges',
    content: (to) =>
      columns.length === 0
        ? h('p', {}, 'No client has run.')
        : [
            h('p', {}, 'One for each client and profile. In place of the dots, write where this site is.'),
            columns.map(({ id }) => [
              h('h2', {}, h('a', { href: to(addresses.client(id)) }, id)),
              profiles.map(({ name }) => [
                h('img', { class: 'badge', alt: `${id} under ${name}`, src: to(addresses.badge(name, id)) }),
                h('pre', {}, `[![redirects](…/${addresses.badge(name, id)})](…/${addresses.client(id)})`),
              ]),
            ]),
          ],
    data: columns.map(({ id }) => ({
      id,
      badges: Object.fromEntries(profiles.map(({ name }) => [name, addresses.badge(name, id)])),
    })),
  };
}
