import { tokens } from '../html/tokens.ts';

/** The style of all pages of the site: light, dark and print. */
export const siteStyle = /* css */ `${tokens}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 0 clamp(0.8rem, 3vw, 2rem); background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; padding: 0.8rem 0; border-bottom: 1px solid var(--line); }
nav a { text-decoration: none; }
nav [aria-current] { color: var(--ink); font-weight: 600; }
footer { margin-top: 2.5rem; padding: 0.8rem 0 1.5rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9em; }
h1 { font-size: 1.6rem; line-height: 1.25; letter-spacing: -0.01em; margin: 1.3rem 0 0.4rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.4rem; }
h3 { font-size: 1rem; margin: 1.3rem 0 0.3rem; }
p { margin: 0 0 0.5rem; max-width: 60rem; }
ul { margin: 0 0 0.5rem; padding-left: 1.2rem; }
ul.plain { list-style: none; padding: 0; }
code { font-family: var(--mono); font-size: 0.9em; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.quiet, .about { color: var(--quiet); }
.scroll { overflow-x: auto; margin-bottom: 0.8rem; }
table { border-collapse: collapse; overflow-wrap: normal; }
caption { color: var(--quiet); text-align: left; padding-bottom: 0.4rem; }
th { text-align: left; font-weight: 500; }
th[scope='row'] { position: sticky; left: 0; background: var(--ground); min-width: 7.5rem; max-width: min(28rem, 48vw); overflow-wrap: anywhere; }
thead th { color: var(--quiet); vertical-align: bottom; }
td, th { padding: 0.25rem 1rem 0.25rem 0; vertical-align: top; }
tbody tr { border-top: 1px solid var(--line); }
td.count { text-align: right; font-variant-numeric: tabular-nums; }
.symbol { color: var(--tint); font-weight: 700; display: inline-block; min-width: 1em; }
.counts [data-verdict] { color: var(--tint); white-space: nowrap; font-variant-numeric: tabular-nums; }
.deviations { list-style: none; padding: 0; }
.deviations > li { border-top: 1px solid var(--line); padding: 0.5rem 0; }
.deviations p { margin: 0; }
.rule, .who { color: var(--quiet); font-size: 0.93em; }
.check { border-left: 3px solid var(--line); padding-left: 0.9rem; margin: 1.4rem 0; scroll-margin-top: 1rem; }
.check:target { border-left-color: var(--link); background: var(--raised); }
.check h3 { margin-top: 0; }
.ruling { margin: 0 0 0.2rem; }
.citation { margin: 0 0 0.5rem; padding-left: 0.9rem; border-left: 1px solid var(--line); }
.citation p { margin: 0; }
.findings { list-style: none; padding: 0; margin: 0.5rem 0 0; }
.findings li { padding: 0.25rem 0; }
.findings .value { font-weight: 600; }
.outline { margin-bottom: 0; }
summary { cursor: pointer; padding: 0.15rem 0; }
details > :not(summary) { margin-left: 1rem; }
pre { margin: 0 0 0.5rem; padding: 0.5rem 0.8rem; font: 0.86em/1.5 var(--mono); background: var(--raised); border-radius: 4px; white-space: pre-wrap; }
.badge { display: block; margin-bottom: 0.3rem; }
@page { margin: 12mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5px; }
  nav { display: none; }
  ::details-content { content-visibility: visible; }
  .check, .deviations > li, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`;
