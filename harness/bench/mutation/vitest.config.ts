import { defineConfig } from 'vitest/config';
import { type MutatedRoomName, mutatedRooms, ROOM_VARIABLE } from './rooms.ts';

/** The tests of one room, for Stryker. */
export default defineConfig({
  test: { include: [...mutatedRooms[process.env[ROOM_VARIABLE] as MutatedRoomName].tests] },
});
