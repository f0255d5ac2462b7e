import type { Suite } from '../vocabulary/scenario.ts';
import { finalUrls, told } from './final-urls.ts';
import { onTheWire } from './wire.ts';

/** Fragments stay with the client, and outlive a redirect. */
export const fragments: Suite = { id: 'fragments', title: 'Fragments', scenarios: [...finalUrls, told, ...onTheWire] };
