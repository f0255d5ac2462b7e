import type { CheckId } from './check.ts';
import type { Observation } from './observation.ts';
import type { Profile } from './profile.ts';
import type { Requirement } from './requirement.ts';
import type { Capability, Suite } from './scenario.ts';
import type { Finding, Verdict } from './verdict.ts';

/** How requests reach the servers: over loopback sockets, or intercepted by MSW inside the driver. */
export const transports = ['wire', 'msw'] as const;
export type Transport = (typeof transports)[number];

/** A client in one configuration, as a column of the matrix. */
export interface Column {
  /** `package[/flavour][@version][+configuration][~msw]` */
  readonly id: string;
  readonly transport: Transport;
  readonly name: string;
  readonly version: string;
  readonly runtime: string;
  readonly capabilities: readonly Capability[];
}

/** What came of one check: the finding, and what each profile thinks of it. */
export interface CheckResult {
  readonly finding: Finding;
  readonly verdicts: Readonly<Record<Profile['name'], Verdict>>;
}

/** One scenario run against one client. Without an observation it could not be run, and every finding says why. */
export interface Cell {
  readonly column: Column['id'];
  readonly scenario: string;
  readonly observation?: Observation;
  readonly checks: Readonly<Record<CheckId, CheckResult>>;
  /** Harness or adapter broke: every verdict is `error`, and this says what happened. */
  readonly fault?: string;
}

export interface RunHeader {
  readonly tool: { readonly name: string; readonly version: string };
  readonly runtime: string;
  /** By whose rules the run was gated. Verdicts are kept for every profile. */
  readonly profile: Profile['name'];
  readonly transports: readonly Transport[];
  /** ISO 8601; the only thing in which two runs of the same things differ. */
  readonly startedAt: string;
}

/** How many of so many rows are covered. */
export interface Share {
  readonly covered: number;
  readonly rows: number;
}

/** What the whole catalogue covers of what is known about redirects: behaviours by group and tier, requirements by topic. */
export interface CatalogueCoverage {
  readonly behaviours: readonly ({ readonly group: string } & Readonly<Record<'portable' | 'client' | 'browser', Share>>)[];
  readonly requirements: readonly ({ readonly topic: string } & Share)[];
}

/** The whole of a run: everything that reports are made of. */
export interface Results {
  readonly version: 1;
  readonly run: RunHeader;
  readonly profiles: readonly Profile[];
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly suites: readonly Suite[];
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  /** Of the catalogue, whatever part of it was run. */
  readonly coverage: CatalogueCoverage;
}
