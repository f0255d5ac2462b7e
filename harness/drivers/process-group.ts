import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Whether a driver leads a group of processes: it is ended with all that it started, and Ctrl-C in a terminal does not reach it. */
export const LEADS_GROUP = process.platform !== 'win32';

/** Ends a process, and those that it started and that are still in its group. */
function endGroup(child: ChildProcess): void {
  try {
    if (LEADS_GROUP && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // All of them have ended.
  }
}

function hasInEnvironment(id: string, text: string): boolean {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').includes(text);
  } catch {
    // It has ended, or is that of another user.
    return false;
  }
}

const isProcess = (name: string): boolean => /^\d+$/.test(name) && Number(name) !== process.pid;

/** How often processes that are about to be ended may have started others meanwhile. */
const ROUNDS = 5;

/** Ends the processes that have left the group of their driver: they have inherited its home folder. Only Linux tells. */
function endStrays(home: string): void {
  if (process.platform !== 'linux') return;
  const ended = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const strays = readdirSync('/proc').filter((id) => isProcess(id) && !ended.has(id) && hasInEnvironment(id, home));
    if (strays.length === 0) return;
    for (const id of strays) {
      ended.add(id);
      try {
        process.kill(Number(id), 'SIGKILL');
      } catch {
        // It has ended.
      }
    }
  }
}

/** Ends a driver with this home folder, and everything that it started. */
export function endWithAll(driver: ChildProcess, home: string): void {
  endGroup(driver);
  endStrays(home);
}
