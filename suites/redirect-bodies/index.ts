import type { Suite } from '../vocabulary/scenario.ts';
import { cutHeader } from './cut-header.ts';
import { damaged } from './damaged.ts';
import { framings } from './framings.ts';
import { shownAndFinal } from './shown.ts';

export const redirectBodies: Suite = {
  id: 'redirect-bodies',
  title: 'Redirect bodies',
  scenarios: [...framings, ...damaged, ...cutHeader, ...shownAndFinal],
};
