import { COLUMN_WIDTH, ROW_HEIGHT, SUITE_HEIGHT } from './sizes.ts';
import { tokens } from './tokens.ts';

/** The style of the page: light, dark and print. */
export const style = /* css */ `
${tokens}
:root {
  --side: 1.5rem;
  --first: 272px;
  --column: ${COLUMN_WIDTH}px;
}

* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.45 system-ui, sans-serif, 'DejaVu Sans', 'Apple Symbols', 'Segoe UI Symbol'; }
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

body > header, main > .profiles, .notes, .broken, #changes, .aside, .table > * { padding-inline: var(--side); }
body > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; padding-block: 1.25rem 1rem; }
.run { color: var(--quiet); }

#filters { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding-block: 0.6rem; background: var(--raised); border-block: 1px solid var(--line); }
#filters select { width: 9rem; min-width: 0; }
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

.about { color: var(--quiet); max-width: 60rem; }
.aside .about { padding-top: 0.5rem; }
.names { color: var(--quiet); }
#clients { padding-block: 0.9rem 1rem; }
#clients thead th { vertical-align: bottom; }
#clients tbody tr, .aside tbody tr { border-top: 1px solid var(--line); }
#clients th { white-space: nowrap; }
#clients thead th.count { white-space: normal; max-width: 7rem; }
#clients .version, #clients .runtime { color: var(--quiet); white-space: nowrap; }
#clients input { margin: 0 0.2rem 0 0; vertical-align: -0.1em; }
.zero { color: var(--quiet); }
.tools { white-space: nowrap; }
.tools button, .buttons button, #matrix .pin { font: inherit; font-size: 0.85em; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; padding: 0 0.4rem; margin-left: 0.25rem; cursor: pointer; }
#broken, #changes .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem; padding-bottom: 1.5rem; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem; min-width: 0; overflow-wrap: anywhere; }
.card h3 { margin: 0; font-size: 1.05rem; }
.card li { border-top: 1px solid var(--line); padding: 0.4rem 0; }
.card .about { padding-bottom: 0.4rem; }
.card .symbol { color: var(--tint); font-weight: 700; }
.card .rule, .card .who, .card .all { font-size: 0.9em; }
.card .rule, .card .who { color: var(--quiet); }
.card .all { border-top: 1px solid var(--line); padding-top: 0.4rem; }
summary { cursor: pointer; }

/* The grid scrolls in a box of its own, so that its head and its first column stay in view on any screen. */
#scroller { overflow: auto; height: min(60rem, 88vh); height: min(60rem, 88dvh); padding: 0 !important; scroll-padding: 6.5rem 0 0 var(--first); border-block: 1px solid var(--edge); overscroll-behavior-x: contain; }
#matrix { table-layout: fixed; border-collapse: separate; border-spacing: 0; font-size: 12.5px; line-height: 18px; }
#matrix col { width: var(--column); }
#matrix col.first { width: var(--first); }
#matrix th, #matrix td { width: var(--column); height: ${ROW_HEIGHT}px; border-bottom: 1px solid var(--line); background: var(--ground); }
#matrix > thead th { position: sticky; top: 0; z-index: 3; height: 62px; border-bottom: 1px solid var(--edge); vertical-align: bottom; padding: 0.25rem 0.5rem; overflow: hidden; }
#matrix > thead span { display: block; }
#matrix > thead .client { font-weight: 600; overflow-wrap: anywhere; }
#matrix > thead .version { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
#matrix > thead .version, #matrix > thead th:first-child span, #matrix th code { color: var(--quiet); font-weight: 400; }
#matrix .pin { position: absolute; right: 0.3rem; bottom: 0.3rem; }
#matrix .pin:not(:focus-visible, [aria-pressed='true'], th:hover > *) { opacity: 0; }
#matrix tr > th:first-child { position: sticky; left: 0; z-index: 2; width: var(--first); padding: 0 0.5rem 0 var(--side); text-align: left; }
#matrix .pinned { position: sticky; z-index: 2; }
#matrix > thead tr > th:first-child, #matrix > thead .pinned { z-index: 5; }
#matrix tbody th > div { max-height: ${ROW_HEIGHT - 6}px; overflow: hidden; }
#matrix tbody th span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
#matrix tbody th code { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
#matrix tbody td { padding: 0; border-left: 1px solid var(--line); }
#matrix .suite th, #matrix .suite td { position: sticky; top: 62px; z-index: 3; height: ${SUITE_HEIGHT}px; background: var(--raised); border-bottom-color: var(--edge); vertical-align: middle; line-height: 16px; overflow: hidden; }
#matrix .suite th:first-child, #matrix .suite .pinned { z-index: 4; font-weight: 600; }
#matrix .suite td { padding-inline: 0.5rem; }
#matrix .suite button { font: inherit; font-weight: 600; text-align: left; border: 0; padding: 0; background: none; color: inherit; cursor: pointer; }
#matrix .suite button::before { content: '▾'; content: '▾' / ''; display: inline-block; width: 1em; }
#matrix .suite button[aria-expanded='false']::before { content: '▸'; content: '▸' / ''; }
#matrix td.gap { background: none; }
#matrix tr.gap td { height: auto; padding: 0; border: 0; }
.counts [data-verdict] { color: var(--tint); white-space: nowrap; font-variant-numeric: tabular-nums; margin-right: 0.25rem; }
#matrix [data-verdict] > button { display: block; width: 100%; height: ${ROW_HEIGHT - 1}px; padding: 3px 0.4rem 0 1.6rem; border: 0; font: inherit; text-align: left; vertical-align: top; overflow: hidden; overflow-wrap: anywhere; cursor: pointer; color: var(--tint); background: var(--tint-ground); }
#matrix [data-verdict='pass'] > button { color: var(--ink); }
#matrix [data-verdict] > button::before { content: var(--symbol); float: left; width: 1rem; margin-left: -1rem; font-weight: 700; color: var(--tint); }
#matrix [data-verdict] > button:hover { box-shadow: inset 0 0 0 2px var(--tint); }
.plain { overflow-x: auto; padding-inline: var(--side); }
.plain td { padding: 0.1rem 0.4rem; }
.table > h2 { padding-top: 1.25rem; }
#hint { padding-block: 0.5rem; }
#filters .more { flex-basis: auto; }
#filters .more[open] { flex-basis: 100%; }
#filters .more > div { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; padding-top: 0.6rem; }
#filters .compare { display: inline-flex; gap: 0.5rem; }
.known { padding-top: 0.3rem; }
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
.sequence { overflow-x: auto; margin-bottom: 0.75rem; border: 1px solid var(--line); border-radius: 4px; }
.sequence svg { display: block; font-size: 12px; }
.sequence text { fill: currentColor; }
.sequence .lane { font-weight: 600; }
.sequence .role, .sequence .answer text { fill: var(--quiet); }
.sequence line { stroke: var(--quiet); }
.sequence path, .sequence circle { fill: var(--quiet); }
.sequence .life { stroke: var(--line); }
.sequence .answer line { stroke-dasharray: 4 3; }
.sequence .wrong { --wrong: light-dark(#a61b1b, #ffa39b); font-weight: 600; }
.sequence .wrong line { stroke: var(--wrong); stroke-width: 2; }
.sequence .wrong :is(path, circle, text) { fill: var(--wrong); }
.upstream details { border-top: 1px solid var(--line); padding: 0.5rem 0; }
.upstream p { padding: 0.4rem 0; }
.upstream .title { font-weight: 400; }
.confidential { font-weight: 600; }
.copied { position: relative; margin-top: 0.4rem; }
.copied pre { max-height: 24rem; overflow: auto; padding-right: 5.5rem; }
.copied button { position: absolute; top: 0.35rem; right: 0.35rem; font: inherit; font-size: 0.85em; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }
dialog > footer { padding: 0.8rem var(--side); border-top: 1px solid var(--line); color: var(--quiet); }

@media (width < 80rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  .scroll { overflow-x: auto; }
}
@media (width < 40rem) {
  :root { --side: 0.8rem; --first: 136px; --column: 118px; }
  .profiles legend { float: none; }
  #matrix .pinned { left: auto !important; }
  dialog > header { flex-wrap: wrap; gap: 0.2rem 1rem; }
  dialog h2 { flex: 1; }
  dialog form { margin: 0; }
  dialog .id { order: 1; flex-basis: 100%; }
  pre.answer { margin-left: 1rem; }
}
@media (scripting: none) {
  #filters, #hint, #scroller, main > .profiles, .tools, #clients input, .card .all, .earlier { display: none; }
}
@page { size: A4 landscape; margin: 10mm; }
@media print {
  :root { color-scheme: light; }
  body { width: auto; font-size: 11px; }
  #filters, dialog, .tools, #clients input, .card .all, .pin, #hint { display: none; }
  body > header, .notes, .broken, .aside, .table > * { padding-inline: 0; }
  ::details-content { content-visibility: visible; }
  .card { break-inside: avoid; }
  #scroller { height: auto; overflow: visible; border: 0; }
  #matrix { width: 100% !important; font-size: 7.5px; line-height: 10px; }
  #matrix th, #matrix td { position: static !important; height: auto !important; width: auto; }
  #matrix > thead { display: table-header-group; }
  #matrix tr { break-inside: avoid; }
  #matrix tr > th:first-child { width: 14%; }
  #matrix td, #matrix th { padding: 1px 3px !important; }
  #matrix [data-verdict] > button { height: auto; padding: 1px 2px 1px 1.2em; print-color-adjust: exact; }
  #matrix [data-verdict] > button::before { width: 1.2em; margin-left: -1.2em; }
}
`;
