import type { RequirementRow } from './row.ts';
import { topics } from './topics.ts';

export type Topic = keyof typeof topics;

export interface RequirementEntry extends RequirementRow {
  readonly id: string;
  readonly topic: Topic;
}

/** Every requirement that was found, by topic. */
export const requirementRows = Object.entries(topics).flatMap(([topic, rows]) =>
  Object.entries<RequirementRow>(rows).map(([id, row]) => ({ id, topic, ...row })),
) as readonly RequirementEntry[];
