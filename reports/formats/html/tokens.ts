import { verdictSymbols } from '../../model/verdict-symbols.ts';

const symbolRules = Object.entries(verdictSymbols)
  .map(([verdict, symbol]) => `[data-verdict='${verdict}'] { --symbol: '${symbol}' / '${verdict}: '; }`)
  .join('\n');

/** The colours of all pages, light and dark. No meaning depends on colour alone: each verdict has a symbol. */
export const tokens = /* css */ `
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
}
[data-verdict='fail'] { --tint: light-dark(#a61b1b, #ffa39b); --tint-ground: light-dark(#fde4e1, #4b1d1c); }
[data-verdict='warn'] { --tint: light-dark(#7a4b00, #f2c063); --tint-ground: light-dark(#fdf1d3, #3d2e10); }
[data-verdict='pass'] { --tint: light-dark(#1c6b35, #86cf98); --tint-ground: light-dark(#f6fbf7, #161d18); }
[data-verdict='note'] { --tint: light-dark(#1f5b8a, #8fc1ea); --tint-ground: light-dark(#eaf3fa, #172938); }
[data-verdict='n/a'] { --tint: light-dark(#5a6169, #a0a8b0); --tint-ground: light-dark(#f5f6f7, #1d2125); }
[data-verdict='error'] { --tint: light-dark(#722a87, #dda5ee); --tint-ground: light-dark(#f6e7fa, #351b3f); }
${symbolRules}
`;
