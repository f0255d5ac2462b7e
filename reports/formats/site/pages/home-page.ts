import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../../suites/vocabulary/result.ts';
import { counted } from '../../../../suites/wording/counted.ts';
import { meaningNames, meanings } from '../../../model/meaning.ts';
import { nginxNote, partialNote } from '../../../model/run-summary.ts';
import { deviationsIn } from '../../html/data/deviations.ts';
import { firstColumns } from '../../html/data/table-data.ts';
import { addresses, type LinkTo } from '../address.ts';
import { clientTable } from '../client-table.ts';
import { sharedDeviations } from '../deviation-list.ts';
import type { SiteModel } from '../site-model.ts';
import type { SitePage } from '../site-page.ts';

const MOST_SHOWN = 5;

/** How many scenarios a run has. */
const sizeOf = ({ suites }: Results): number => suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0);

function broken(model: SiteModel, to: LinkTo): ComponentChildren {
  const { table, profile } = model;
  const all = Map.groupBy(deviationsIn(table, profile.name, firstColumns(table.data)), ({ meaning }) => meaning);
  return [
    h('h2', {}, `What is broken under ${profile.title}`),
    meaningNames.map((meaning) => {
      const own = all.get(meaning) ?? [];
      const more = own.length - MOST_SHOWN;
      return [
        h('h3', { id: meaning }, meanings[meaning]),
        own.length === 0 ? h('p', {}, 'Nothing found.') : sharedDeviations(own.slice(0, MOST_SHOWN), model, to),
        more > 0 && h('p', { class: 'quiet' }, `${more} more kinds of this are on the pages of the clients.`),
      ];
    }),
  ];
}

/** The first page: what is broken, and in which clients. */
export function homePage(model: SiteModel): SitePage {
  const { results, table, profile } = model;
  const { run, columns } = results;
  const hasRun = columns.length > 0;
  return {
    address: addresses.home,
    title: 'How HTTP clients follow redirects',
    content: (to) => [
      h(
        'p',
        {},
        `${counted(sizeOf(results), 'scenario')}, each with rules that are written down with their source. `,
        hasRun
          ? `${counted(columns.length, 'client')} ran on ${run.runtime}; judged under ${profile.title}.`
          : 'This is the catalogue alone: no client has run.',
      ),
      [nginxNote(run), partialNote(run)].map((note) => note !== undefined && h('p', {}, note)),
      hasRun && broken(model, to),
      hasRun && [h('h2', {}, 'Clients'), clientTable(model, to)],
    ],
    data: {
      tool: run.tool,
      ...(hasRun && { startedAt: run.startedAt, runtime: run.runtime }),
      catalogue: run.catalogue,
      profile: profile.name,
      profiles: results.profiles.map(({ name, title }) => ({ name, title })),
      clients: columns.map(({ id, version }, index) => ({ id, version, address: addresses.client(id), ...model.counts[index] })),
      suites: table.data.suites.map(({ id, title, scenarios }) => ({ id, title, scenarios: scenarios.length })),
    },
  };
}
