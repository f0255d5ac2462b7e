import type { Authority, Requirement } from '../vocabulary/requirement.ts';

interface Document {
  readonly authority: Authority;
  readonly source: string;
  /** The URL of a section of this document. */
  readonly url?: (section: string) => string;
}

type Statement = Pick<Requirement, 'section' | 'level' | 'statement'> & { readonly url?: string };

/** The requirements of one document, keyed by id. */
export function defineRequirements<const Id extends `${string}/${string}`>(
  document: Document,
  statements: Readonly<Record<Id, Statement>>,
): Readonly<Record<Id, Requirement>> {
  const { authority, source } = document;
  const entries = Object.entries<Statement>(statements).map(([id, statement]) => {
    const url = statement.url ?? document.url?.(statement.section);
    return [id, { authority, source, ...statement, ...(url && { url }) }];
  });
  return Object.fromEntries(entries) as Record<Id, Requirement>;
}
