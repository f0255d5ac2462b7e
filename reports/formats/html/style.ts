import { verdictSymbols } from '../../model/verdict-symbols.ts';

const symbolRules = Object.entries(verdictSymbols)
  .map(([verdict, symbol]) => `[data-verdict='${verdict}'] { --symbol: '${symbol}' / '${verdict}: '; }`)
  .join('\n');

/** The style of the page: light, dark and print. No meaning depends on colour alone: each verdict has a symbol. */
export const style = /* css */ `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171a);
  --raised: light-dark(#f5f6f7, #1d2125);
  --ink: light-dark(#1d2126, #e6e8ea);
  --quiet: light-dark(#5a6169, #a0a8b0);
  --line: light-dark(#e1e4e7, #2c3237);
  --edge: light-dark(#8b939b, #6d757d);
  --link: light-dark(#0b57b0, #7fb5f5);
  --mark: light-dark(#fbe7a6, #57430e);
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --head: 3.1rem;
  --side: 1.5rem;
  --first: 17rem;
}
[data-verdict='fail'] { --tint: light-dark(#a61b1b, #ffa39b); --tint-ground: light-dark(#fde4e1, #4b1d1c); }
[data-verdict='warn'] { --tint: light-dark(#7a4b00, #f2c063); --tint-ground: light-dark(#fdf1d3, #3d2e10); }
[data-verdict='pass'] { --tint: light-dark(#1c6b35, #86cf98); --tint-ground: light-dark(#f6fbf7, #161d18); }
[data-verdict='note'] { --tint: light-dark(#1f5b8a, #8fc1ea); --tint-ground: light-dark(#eaf3fa, #172938); }
[data-verdict='n/a'] { --tint: light-dark(#5a6169, #a0a8b0); --tint-ground: light-dark(#f5f6f7, #1d2125); }
[data-verdict='error'] { --tint: light-dark(#722a87, #dda5ee); --tint-ground: light-dark(#f6e7fa, #351b3f); }
${symbolRules}

* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.1rem; margin: 0 0 0.4rem; }
h3 { font-size: 1rem; margin: 0 0 0.75rem; }
p { margin: 0; }
ul, ol { list-style: none; margin: 0; padding: 0; }
code, pre { font-family: var(--mono); font-size: 0.86em; }
a { color: var(--link); }
table { border-collapse: collapse; }
caption { color: var(--quiet); text-align: left; padding-bottom: 0.5rem; }
th { text-align: left; font-weight: 500; }
td, th { padding: 0.25rem 0.7rem; vertical-align: top; }
:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }

body > header, #filters, .notes, .overview, .aside { padding-inline: var(--side); }
body > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; padding-block: 1.25rem 1rem; }
.run { color: var(--quiet); }

#filters { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding-block: 0.6rem; background: var(--raised); border-block: 1px solid var(--line); }
#filters select, #filters input[type='search'] { font: inherit; padding: 0.2rem 0.4rem; max-width: 10rem; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; }
.profiles { display: flex; flex-wrap: wrap; align-items: center; border: 0; margin: 0; padding: 0; }
.profiles legend { float: left; padding: 0 0.6rem 0 0; }
.profiles input { position: absolute; opacity: 0; }
.profiles span { display: block; white-space: nowrap; padding: 0.2rem 0.75rem; border: 1px solid var(--edge); margin-left: -1px; background: var(--ground); cursor: pointer; }
.profiles label:first-of-type span { border-radius: 4px 0 0 4px; }
.profiles label:last-of-type span { border-radius: 0 4px 4px 0; }
.profiles :checked + span { background: var(--ink); color: var(--ground); border-color: var(--ink); }
.profiles :focus-visible + span { outline: 2px solid var(--link); outline-offset: 2px; z-index: 1; position: relative; }
#count { margin-left: auto; color: var(--quiet); }

.overview { display: grid; grid-template-columns: auto minmax(24rem, 1fr); gap: 1.5rem 3.5rem; padding-block: 1.25rem 2rem; }
.about { max-width: 46rem; color: var(--quiet); padding-bottom: 0.5rem; }
.summary tr > :first-child { padding-left: 0; }
.summary tbody tr, .aside tbody tr, .worst li { border-top: 1px solid var(--line); }
.summary th { white-space: nowrap; }
.summary .version, .summary .runtime { color: var(--quiet); white-space: nowrap; }
.summary .count, .summary thead [data-verdict] { text-align: right; font-variant-numeric: tabular-nums; color: var(--tint); white-space: nowrap; }
.summary .zero { color: var(--quiet); }
.summary input { margin: 0 0.4rem 0 0; vertical-align: -0.1em; }
.summary .bar { width: 8rem; padding-right: 0; }
.bar svg { display: block; width: 100%; height: 0.7rem; margin-top: 0.3rem; border-radius: 2px; }
.bar rect { fill: var(--tint); }
.worst li { position: relative; padding: 0.3rem 0 0.35rem 3.75rem; }
.worst .count { position: absolute; left: 0; width: 3rem; text-align: right; color: var(--tint); font-weight: 600; font-variant-numeric: tabular-nums; }
.worst .who { color: var(--quiet); font-size: 0.92em; }
.worst details { border-top: 1px solid var(--line); padding-top: 0.4rem; }
summary { cursor: pointer; }

/* As wide as the window, or as the columns need: then the page scrolls and the scenario column stays in view. Whole pixels, so that sticky rows leave no gap. */
#matrix { table-layout: fixed; width: 100%; min-width: calc(var(--first) + var(--columns, 12) * 9.2rem); border-collapse: separate; border-spacing: 0; font-size: 12.5px; line-height: 18px; }
#matrix > caption span { position: sticky; left: var(--side); }
#matrix > thead th { position: sticky; top: 0; z-index: 3; height: var(--head); background: var(--ground); border-bottom: 1px solid var(--edge); vertical-align: bottom; }
#matrix > thead .client, #matrix > thead .version, #matrix > thead [data-for] { display: block; }
#matrix > thead .client { font-weight: 600; overflow-wrap: anywhere; }
#matrix > thead .version, #matrix > thead [data-for], #matrix th code { color: var(--quiet); font-weight: 400; }
#matrix tr > th:first-child { position: sticky; left: 0; z-index: 1; width: var(--first); padding-left: var(--side); background: var(--ground); }
#matrix > thead tr > th:first-child { z-index: 4; }
#matrix tbody th, #matrix tbody td { border-bottom: 1px solid var(--line); }
#matrix tbody th code { display: block; line-height: 16px; }
#matrix tbody td { padding: 0; height: 1px; border-left: 1px solid var(--line); }
#matrix .suite th, #matrix .suite td { position: sticky; top: var(--head); z-index: 2; height: auto; padding-block: 0.4rem; background: var(--raised); border-bottom-color: var(--edge); }
#matrix .suite th:first-child { z-index: 3; font-weight: 600; background: var(--raised); }
#matrix .suite td { padding-inline: 0.7rem; }
.counts [data-verdict] { color: var(--tint); white-space: nowrap; font-variant-numeric: tabular-nums; margin-right: 0.25rem; }
#matrix button { display: block; width: 100%; height: 100%; min-height: 2.5rem; padding: 0.25rem 0.6rem 0.25rem 1.7rem; border: 0; font: inherit; text-align: left; overflow-wrap: anywhere; cursor: pointer; color: var(--tint); background: var(--tint-ground); }
#matrix [data-verdict='pass'] button { color: var(--ink); }
#matrix button::before { content: var(--symbol); float: left; width: 1rem; margin-left: -1rem; font-weight: 700; color: var(--tint); }
#matrix button:hover { box-shadow: inset 0 0 0 2px var(--tint); }

.timeline { font-size: 12.5px; }
.timeline th, .timeline td { padding: 0.15rem 0.75rem 0.15rem 0; text-align: left; vertical-align: top; font-weight: inherit; }
.timeline thead th { font-weight: 600; }

.notes { padding-block: 1.25rem 0; }
.aside { padding-block: 0 2rem; }
.aside h2 { display: inline; }
.aside table { margin-top: 0.75rem; }
.aside tr > th:first-child { padding-left: 0; }
.aside .count { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.aside + .aside { margin-top: -1rem; }
.coverage { display: flex; flex-wrap: wrap; gap: 0 4rem; }
.coverage caption { max-width: 34rem; }

dialog { width: min(84rem, 96vw); height: min(64rem, 94vh); max-height: none; padding: 0; border: 1px solid var(--edge); border-radius: 8px; background: var(--ground); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 50%); }
dialog > header { position: sticky; top: 0; z-index: 1; display: flex; align-items: baseline; gap: 1rem; padding: 0.8rem var(--side); background: var(--raised); border-bottom: 1px solid var(--line); }
dialog h2 { margin: 0; }
dialog h2:focus-visible { outline: none; }
dialog h2 .title { font-weight: 400; margin-left: 0.5rem; }
dialog .id { color: var(--quiet); }
dialog form { margin-left: auto; }
dialog .close { font: inherit; border: 0; background: none; color: inherit; cursor: pointer; padding: 0.2rem 0.5rem; }
dialog nav { display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0.7rem var(--side) 0; }
dialog nav a { padding: 0.1rem 0.5rem; border: 1px solid transparent; border-radius: 4px; text-decoration: none; color: var(--tint); background: var(--tint-ground); font-size: 0.9em; }
dialog nav a[aria-current] { border-color: var(--tint); font-weight: 600; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2.5rem; padding: 1.1rem var(--side); }
.sides h4 { margin: 1.1rem 0 0.3rem; font-size: 1em; font-weight: 600; }
.to { margin: 0.6rem 0 0.2rem; color: var(--quiet); }
pre { margin: 0; padding: 0.5rem 0.8rem; line-height: 1.5; background: var(--raised); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.answer { margin: 0.3rem 0 0 2.5rem; background: none; border: 1px solid var(--line); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.check { border-left: 3px solid var(--tint); padding-left: 0.9rem; margin-bottom: 1.25rem; }
.check .verdict { color: var(--tint); background: var(--tint-ground); padding: 0.1rem 0.4rem; border-radius: 3px; font-weight: 600; }
.check .finding { display: block; font-size: 1.05em; font-weight: 600; margin: 0.25rem 0; overflow-wrap: anywhere; }
[data-verdict='n/a'] .finding { font-weight: 400; color: var(--quiet); }
.expected [data-verdict] { color: var(--tint); font-weight: 700; }
.label, .given, .otherwise { color: var(--quiet); }
.citation { margin: 0.2rem 0 0.7rem; padding-left: 0.9rem; border-left: 1px solid var(--line); }
.citation footer, .disputed { color: var(--quiet); }
dialog > footer { padding: 0.8rem var(--side); border-top: 1px solid var(--line); color: var(--quiet); }

@media (width < 80rem) {
  .overview, .sides { grid-template-columns: minmax(0, 1fr); }
  .scroll { overflow-x: auto; }
}
@media (width < 40rem) {
  :root { --side: 0.8rem; --first: 9.5rem; }
  dialog > header { flex-wrap: wrap; gap: 0.2rem 1rem; }
  dialog h2 { flex: 1; }
  dialog form { margin: 0; }
  dialog .id { order: 1; flex-basis: 100%; }
  pre.answer { margin-left: 1rem; }
  #matrix { min-width: calc(var(--first) + var(--columns, 12) * 7.2rem); }
  #matrix > caption span { display: inline-block; max-width: calc(100vw - 2 * var(--side)); }
}
@page { size: A4 landscape; margin: 10mm; }
@media print {
  :root { color-scheme: light; }
  body { width: auto; font-size: 11px; }
  #filters, dialog, .summary input { display: none; }
  body > header, .notes, .overview, .aside { padding-inline: 0; }
  ::details-content { content-visibility: visible; }
  #matrix th, #matrix td { position: static !important; }
  .overview { display: block; }
  .worst { margin-top: 1rem; }
  #matrix { min-width: 0; font-size: 7.5px; line-height: 10px; }
  #matrix > thead { display: table-header-group; }
  #matrix > thead th { height: auto; }
  #matrix tr > th:first-child { width: 14%; }
  #matrix tbody th code { line-height: 9px; }
  #matrix td, #matrix th { padding: 1px 3px !important; }
  #matrix button { min-height: 0; padding: 1px 2px 1px 1.1em; print-color-adjust: exact; }
  tr, li { break-inside: avoid; }
}
`;
