import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pageContent } from '../page-content.ts';
import { recordFolder } from '../data/fold-records.ts';
import { type Unpacked, unpackedIn } from './records.ts';
import { makeTableData } from '../data/make-table-data.ts';
import { TableModel } from '../data/table-model.ts';
import { profiledMatrices } from '../per-profile.ts';
import { smallRun } from '../small-run.fixture.ts';

const matrices = profiledMatrices(smallRun);

/** The data of the page for the small run. */
export const smallModel = new TableModel(makeTableData(smallRun, matrices));

const fold = recordFolder(smallRun);

/** What the page knows of a cell of the small run. */
export function unpackedOfSmall(scenario: string, column: number): Unpacked {
  const suite = smallRun.suites.find(({ id }) => id === scenario.slice(0, scenario.indexOf('/')));
  return suite ? unpackedIn(fold(suite), scenario, column) : {};
}

/** Puts the content of the page for the small run into the document. */
export function loadContent(): void {
  document.body.innerHTML = renderToString(h('div', {}, pageContent(smallRun, { model: smallModel, matrices })));
}

/** The one element in the document that a selector matches. */
export function only<Type extends Element>(selector: string, type: new () => Type): Type {
  const [found, ...others] = document.querySelectorAll(selector);
  if (!(found instanceof type) || others.length > 0) throw new Error(`${selector} does not match one element of this type`);
  return found;
}
