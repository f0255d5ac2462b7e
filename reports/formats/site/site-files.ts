import type { FolderFile, RunContext } from '../format.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { addresses, STYLE_FILE } from './address.ts';
import { badgeSvg } from './badge-svg.ts';
import { badgesPage } from './pages/badges-page.ts';
import { capabilitiesPage } from './pages/capabilities-page.ts';
import { clientPage } from './pages/client-page.ts';
import { clientsPage } from './pages/clients-page.ts';
import { homePage } from './pages/home-page.ts';
import { migrationPage } from './pages/migration-page.ts';
import { requirementPages } from './pages/requirement-pages.ts';
import { scenarioPage } from './pages/scenario-page.ts';
import { specificationPages } from './pages/specification-pages.ts';
import { suitePages } from './pages/suite-pages.ts';
import { siteModel, type SiteModel } from './site-model.ts';
import { pageFiles, type SitePage } from './site-page.ts';
import { sitemap } from './sitemap.ts';
import { siteStyle } from './style.ts';

function* pagesOf(model: SiteModel): Generator<SitePage> {
  const { suites, columns } = model.results;
  yield homePage(model);
  yield clientsPage(model);
  for (const [index, column] of columns.entries()) yield clientPage(column, index, model);
  yield* suitePages(model);
  for (const suite of suites) for (const scenario of suite.scenarios) yield scenarioPage(scenario, suite, model);
  yield* specificationPages(model);
  yield* requirementPages(model);
  yield capabilitiesPage(model);
  yield migrationPage(model);
  yield badgesPage(model);
}

const badgesOf = ({ matrices }: SiteModel): readonly FolderFile[] =>
  matrices.flatMap(({ profile, matrix: { columns, totals } }) =>
    columns.flatMap(({ id }, index): readonly FolderFile[] => {
      const counts = totals[index];
      return counts ? [{ path: addresses.badge(profile.name, id), contents: badgeSvg(profile.name, counts) }] : [];
    }),
  );

function aboutRun({ run, columns }: Results): string {
  const tool = `${run.tool.name} ${run.tool.version}`;
  return columns.length === 0 ? `${tool}, the catalogue` : `${tool}, run of ${run.startedAt}`;
}

/** Every file of the site, in the order in which they are written. */
export function* siteFiles(results: Results, { untested = [] }: Pick<RunContext, 'untested'>): Generator<FolderFile> {
  const model = siteModel(results, untested);
  const about = aboutRun(results);
  const seen: string[] = [];
  for (const page of pagesOf(model)) {
    seen.push(page.address);
    yield* pageFiles(page, about);
  }
  yield* badgesOf(model);
  yield { path: STYLE_FILE, contents: siteStyle };
  yield { path: 'sitemap.xml', contents: sitemap(seen) };
}
