import { h, type ComponentChildren } from 'preact';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { matrixOf, type Matrix } from '../../model/matrix.ts';

/** The matrix under one of the profiles. */
export interface ProfiledMatrix {
  readonly profile: Profile;
  readonly matrix: Matrix;
}

/** The matrix under every profile of a run. */
export const profiledMatrices = (results: Results): readonly ProfiledMatrix[] =>
  results.profiles.map((profile) => ({ profile, matrix: matrixOf(results, profile.name) }));

/** A content for each profile; the page shows one of them at a time. */
export function perProfile(
  { run, profiles }: Pick<Results, 'run' | 'profiles'>,
  tag: 'div' | 'span',
  content: (profile: Profile, index: number) => ComponentChildren,
): ComponentChildren {
  return profiles.map((profile, index) =>
    h(tag, { 'data-for': profile.name, hidden: profile.name !== run.profile }, content(profile, index)),
  );
}
