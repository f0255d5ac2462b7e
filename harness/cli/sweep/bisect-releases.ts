/** A release, and what was found in it. */
export interface ProbedRelease {
  readonly version: string;
  readonly finding: string;
}

/**
 * Two neighbours between which a finding changed, by halving: the releases go from one whose finding is known to another
 * with another finding. Looks at about log2 of their number. If the finding changed several times, this is one of them.
 */
export async function bisectReleases(
  versions: readonly string[],
  [first, last]: readonly [ProbedRelease, ProbedRelease],
  probe: (version: string) => Promise<ProbedRelease>,
): Promise<readonly [before: ProbedRelease, after: ProbedRelease]> {
  let [before, after] = [first, last];
  for (;;) {
    const [from, to] = [versions.indexOf(before.version), versions.indexOf(after.version)];
    const middle = versions[from + Math.trunc((to - from) / 2)];
    if (middle === undefined || middle === before.version || middle === after.version) return [before, after];
    const found = await probe(middle);
    if (found.finding === before.finding) before = found;
    else after = found;
  }
}
