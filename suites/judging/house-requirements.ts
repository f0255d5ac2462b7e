import type { Profile } from '../vocabulary/profile.ts';
import type { Requirement } from '../vocabulary/requirement.ts';

/** The requirements that profiles state themselves, as reports cite them. With ids, only those that take part where one of these is cited. */
export function houseRequirements(
  profiles: readonly Profile[],
  cited?: ReadonlySet<string>,
): Readonly<Record<string, Requirement>> {
  const own = profiles.flatMap(({ requirements = {} }) => Object.entries(requirements));
  return Object.fromEntries(
    own.flatMap(([id, stated]) => {
      const { inPlaceOf = [], on: _, ...requirement } = stated;
      return !cited || [id, ...inPlaceOf].some((each) => cited.has(each)) ? [[id, requirement]] : [];
    }),
  );
}
