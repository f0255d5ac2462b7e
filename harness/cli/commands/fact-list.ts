import { type FactKind, isCount } from '../../../suites/vocabulary/fact.ts';
import { catalogue, type Catalogue } from '../../build/catalogue.ts';
import type { Item } from '../../../suites/wording/item.ts';

/** Every kind of fact, as the catalogue has it. */
export const listFacts = (): Catalogue['facts'] => catalogue().facts;

/** What an expectation on each kind of fact can say. */
export const factOutline = (list: Catalogue['facts']): readonly Item[] =>
  (Object.entries(list) as [FactKind, Catalogue['facts'][FactKind]][]).map(([kind, { reads, findings, expectations }]) => ({
    text: `${kind}: ${reads}`,
    items: [
      { text: findings.join(' | ') },
      ...(expectations ? [{ text: `in expectations also: ${expectations.join(' | ')}` }] : []),
      ...(isCount(kind) ? [{ text: 'or bounds: atLeast, atMost' }] : []),
    ],
  }));
