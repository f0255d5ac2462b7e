import type { Check } from '../../../suites/vocabulary/check.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Item } from './outline.ts';

/** The requirements that the rulings on these checks rest on: each once, in the order in which they are cited. */
export function requirementItems(checks: readonly Check[], requirements: Readonly<Record<string, Requirement>>): readonly Item[] {
  const cited = new Set(checks.flatMap(({ rulings }) => rulings.map(({ requirement }) => requirement)));
  return [...cited].flatMap((id) => {
    const requirement = requirements[id];
    if (!requirement) return [];
    const { source, section, level, statement, url } = requirement;
    return {
      text: `[${id}] ${source}, ${section} (${level})`,
      items: [{ text: statement }, ...(url === undefined ? [] : [{ text: url }])],
    };
  });
}
