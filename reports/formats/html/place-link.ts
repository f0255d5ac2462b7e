import { h, type ComponentChildren } from 'preact';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import { describePlace } from '../../../suites/wording/requirement.ts';

/** Where a requirement stands, as a link if it can be read on the web. */
export function placeLink(requirement: Requirement): ComponentChildren {
  const { url } = requirement;
  const place = describePlace(requirement);
  const isLink = url !== undefined && /^https?:/.test(url);
  return isLink ? h('a', { href: url, rel: 'noreferrer', target: '_blank' }, place) : place;
}
