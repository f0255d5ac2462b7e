import type { Requirement } from '../vocabulary/requirement.ts';

/** Where a requirement stands, in words: `RFC 9110, section 15.4.8`. */
export const describePlace = ({ source, section }: Pick<Requirement, 'source' | 'section'>): string =>
  `${source}, ${/^\d/.test(section) ? 'section ' : ''}${section}`;
