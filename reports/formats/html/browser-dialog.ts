// oxlint-disable unicorn/consistent-function-scoping -- the browser gets the exported function and nothing that stands beside it
import type { checksPanel, ChecksParts } from './browser-checks.ts';
import type { Child } from './browser-make.ts';
import type { PageData } from './page-data.ts';
import type { Exchange, Story } from './story.ts';

export interface DialogParts extends ChecksParts {
  readonly checksPanel: typeof checksPanel;
}

/** Runs in the browser; must not refer to anything outside itself but what it is given. Gives a function that opens a cell. */
export function cellDialog(
  dialog: HTMLDialogElement,
  data: PageData,
  parts: DialogParts,
): (column: string, scenario: string, profile: string) => void {
  const { cells, scenarios } = data;
  const { make, symbols } = parts;
  const showChecks = parts.checksPanel(data, parts);

  /** Text as it went over the wire, the planted secrets marked. */
  function wire(kind: string, text: string): HTMLElement {
    const pieces = text.split(/([a-z-]*canary-[0-9a-z-]+)/);
    return make(
      'pre',
      { class: kind },
      ...pieces.map((piece, index) => (index % 2 === 1 ? make('mark', { title: 'a planted secret' }, piece) : piece)),
    );
  }

  const exchange = ({ to, request, answer }: Exchange, number: number): HTMLElement =>
    make(
      'li',
      { value: String(number) },
      make('p', { class: 'to' }, `Request ${number} to ${to}`),
      wire('request', request),
      wire('answer', answer),
    );

  function told({ calls, first, leftOut, last, outcomes, besides, blocked }: Story): readonly Child[] {
    const numbered = (index: number): string => (calls.length > 1 ? ` ${index + 1}` : '');
    const behind = first.length + leftOut;
    return [
      ...calls.flatMap((call, index) => [make('h4', {}, `The caller asks${numbered(index)}`), wire('call', call)]),
      make('h4', {}, first.length === 0 ? 'No request reached a server' : 'The servers see, and answer'),
      make('ol', {}, ...first.map((each, index) => exchange(each, index + 1))),
      ...(leftOut > 0 ? [make('p', { class: 'left-out' }, `… ${leftOut} more requests …`)] : []),
      make('ol', {}, ...last.map((each, index) => exchange(each, behind + index + 1))),
      ...(blocked.length > 0
        ? [make('h4', {}, 'Attempts to leave the scenario, refused'), wire('outcome', blocked.join('\n'))]
        : []),
      ...(besides.length > 0 ? [make('h4', {}, 'Besides'), wire('outcome', besides.join('\n'))] : []),
      ...outcomes.flatMap((outcome, index) => [make('h4', {}, `The caller gets${numbered(index)}`), wire('outcome', outcome)]),
    ];
  }

  function others(scenario: string, current: string, profile: string): readonly HTMLElement[] {
    return Object.entries(cells).flatMap(([column, { [scenario]: cell }]) => {
      const view = cell?.views[profile];
      if (!view) return [];
      const href = `#${new URLSearchParams({ cell: `${column}/${scenario}` })}`;
      const state = {
        'data-verdict': view.verdict,
        title: `${view.verdict}: ${view.text}`,
        ...(column === current && { 'aria-current': 'true' }),
      };
      return [make('a', { href, ...state }, `${symbols[view.verdict]} ${column}`)];
    });
  }

  function commandFor(column: string, scenario: string): string {
    const client = column.replace(/~msw$/, '');
    return `redirect-conformance --client=${client} --scenario=${scenario}${client === column ? '' : ' --transport=msw'}`;
  }

  return (column, scenario, profile) => {
    const cell = cells[column]?.[scenario];
    const about = scenarios[scenario];
    if (!cell || !about) return;
    dialog.replaceChildren(
      make(
        'header',
        {},
        make('h2', { id: 'cell-title', tabindex: '-1' }, column, ' ', make('span', { class: 'title' }, about.title)),
        make('code', { class: 'id' }, scenario),
        make('form', { method: 'dialog' }, make('button', { 'aria-label': 'Close', class: 'close' }, '✕')),
      ),
      make('nav', { 'aria-label': 'The same scenario in other clients' }, ...others(scenario, column, profile)),
      make(
        'div',
        { class: 'sides' },
        make(
          'section',
          { class: 'story' },
          make('h3', {}, 'What happened'),
          ...(cell.fault === undefined
            ? []
            : [make('p', {}, 'The harness or the adapter broke; nothing is said of the client.'), wire('outcome', cell.fault)]),
          ...(cell.story ? told(cell.story) : [make('p', {}, 'It was not run.')]),
        ),
        showChecks(cell, about, profile),
      ),
      make(
        'footer',
        {},
        make('p', {}, 'Braces stand for what a run fills in: the address of an origin, a planted secret.'),
        make('p', {}, 'Run it again: ', make('code', {}, commandFor(column, scenario))),
      ),
    );
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('h2')?.focus();
    dialog.scrollTop = 0;
  };
}
