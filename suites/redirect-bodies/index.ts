import type { Suite } from '../vocabulary/scenario.ts';
import { cutHeader } from './cut-header.ts';
import { damaged } from './damaged.ts';
import { framings } from './framings.ts';
import { octetsAndCodings } from './octets.ts';
import { inPackets } from './pieces.ts';
import { shownAndFinal } from './shown.ts';

/** The body of a redirect: where it ends, and that it does not get into the final answer. */
export const redirectBodiesSuite: Suite = {
  id: 'redirect-bodies',
  title: 'Redirect bodies',
  scenarios: [...framings, ...damaged, ...cutHeader, ...shownAndFinal, ...octetsAndCodings, ...inPackets],
};
