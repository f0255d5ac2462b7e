import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Matrix } from '../../matrix.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';

/** The matrix under one of the profiles. */
export interface ProfiledMatrix {
  readonly profile: Profile;
  readonly matrix: Matrix;
}

/** The same for each profile, of which the page shows one at a time. */
export function perProfile(
  { run, profiles }: Pick<Results, 'run' | 'profiles'>,
  tag: 'div' | 'span',
  content: (profile: Profile, index: number) => ComponentChildren,
): ComponentChildren {
  return profiles.map((profile, index) =>
    h(tag, { 'data-for': profile.name, hidden: profile.name !== run.profile }, content(profile, index)),
  );
}
