import { h } from 'preact';
import { capabilities, capabilityNames } from '../../../../suites/vocabulary/capability.ts';
import { counted } from '../../../../suites/wording/counted.ts';
import { withCode } from '../../html/with-code.ts';
import { addresses } from '../address.ts';
import { folded, inRow } from '../parts.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

/** Which client can what, and how many scenarios need it. */
export function capabilitiesPage({ results: { columns }, table }: SiteModel): SitePage {
  const rows = capabilityNames.map((name) => ({
    name,
    promise: capabilities[name].promise,
    clients: columns.filter((column) => column.capabilities.includes(name)).map(({ id }) => id),
    scenarios: [...table.scenarios.values()].filter(({ needs }) => needs.includes(name)),
  }));
  return {
    address: addresses.capabilities,
    title: 'Capabilities',
    content: (to) => [
      h('p', {}, 'What the adapter of a client declares that it can do. A scenario that needs more is n/a for the client.'),
      rows.map(({ name, promise, clients, scenarios }) =>
        h(
          'section',
          { class: 'check', id: name },
          h('h3', {}, h('code', {}, name)),
          h('p', {}, withCode(promise)),
          columns.length > 0 &&
            h(
              'p',
              {},
              `${clients.length} of ${counted(columns.length, 'client')}`,
              clients.length > 0 && [': ', inRow(clients.map((id) => h('a', { href: to(addresses.client(id)) }, id)))],
            ),
          scenarios.length === 0
            ? h('p', { class: 'quiet' }, 'No scenario needs it.')
            : folded(
                counted(scenarios.length, 'scenario'),
                h(
                  'ul',
                  {},
                  scenarios.map(({ id, title }) => h('li', {}, h('a', { href: to(addresses.scenario(id)) }, title))),
                ),
              ),
        ),
      ),
    ],
    data: rows.map(({ scenarios, ...rest }) => ({ ...rest, scenarios: scenarios.map(({ id }) => id) })),
  };
}
