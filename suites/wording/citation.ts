import type { Requirement } from '../vocabulary/requirement.ts';

/** The place of a requirement as it is usually cited: `RFC 9110, section 15.4.8`. */
export const cite = ({ source, section }: Pick<Requirement, 'source' | 'section'>): string =>
  `${source}, ${/^\d/.test(section) ? 'section ' : ''}${section}`;
