import { h } from 'preact';
import { addresses } from '../address.ts';
import { clientTable } from '../client-table.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

/** All clients of the run. */
export const clientsPage = (model: SiteModel): SitePage => ({
  address: addresses.clients,
  title: 'Clients',
  content: (to) =>
    model.results.columns.length === 0
      ? h('p', {}, 'No client has run.')
      : [
          h(
            'p',
            {},
            `In how many scenarios each client does something wrong under ${model.profile.title}, by what it means for its users.`,
          ),
          clientTable(model, to),
        ],
  data: model.results.columns.map(({ id, version, runtime, transport, capabilities }, index) => ({
    id,
    address: addresses.client(id),
    version,
    runtime,
    transport,
    capabilities,
    ...model.counts[index],
  })),
});
