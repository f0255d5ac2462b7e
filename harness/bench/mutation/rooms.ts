/** A part of the project whose code is changed, place by place, to see whether a test fails. */
export interface MutatedRoom {
  /** Globs of the files whose code is changed. */
  readonly code: readonly string[];
  /** Globs of their tests. They run for every change, so they are those on plain data. */
  readonly tests: readonly string[];
}

/** What decides between right and wrong. */
export const mutatedRooms = {
  facts: { code: ['harness/facts/*.ts', '!harness/facts/*.test.ts'], tests: ['harness/facts/*.test.ts'] },
  judging: { code: ['suites/judging/*.ts', '!suites/judging/*.test.ts'], tests: ['suites/judging/*.test.ts'] },
  errors: { code: ['harness/run/error-class.ts'], tests: ['harness/run/error-class.test.ts'] },
} as const satisfies Readonly<Record<string, MutatedRoom>>;

export type MutatedRoomName = keyof typeof mutatedRooms;

/** The environment variable that names the room whose tests are run. */
export const ROOM_VARIABLE = 'MUTATED_ROOM';
