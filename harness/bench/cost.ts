import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../installation.ts';

/** What a command took, as a user starts it. */
export interface Cost {
  /** Seconds until it ended. */
  readonly wall: number;
  /** Seconds of all its processes on all cores; Linux only, else 0. */
  readonly processor: number;
  /** The most memory that one of its processes had, in MB; Linux only, else 0. */
  readonly memory: number;
}

interface Process {
  readonly ticks: number;
  readonly kilobytes: number;
}

/** Linux counts the time of processes in hundredths of a second. */
const TICKS = 100;

/** What a process and its descendants have used so far, by their ids; nothing where there is no /proc. */
function processes(pid: number): readonly (readonly [pid: number, used: Process])[] {
  try {
    const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const fields = read('stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(read('status')) ?? [];
    const children = read(`task/${pid}/children`).split(' ').filter(Boolean).map(Number);
    const used = { ticks: Number(fields[11]) + Number(fields[12]), kilobytes: Number(kilobytes) };
    return [[pid, used], ...children.flatMap(processes)];
  } catch {
    return [];
  }
}

/** Runs a command of this project and watches all that it starts. Throws an error if it could not run; then it has said why. */
export async function costOf(...args: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'harness/cli/start.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seen = new Map<number, Process>();
  const watch = setInterval(() => {
    for (const [pid, { ticks, kilobytes }] of processes(child.pid ?? 0)) {
      // One that is about to end has no memory any more.
      seen.set(pid, { ticks, kilobytes: Math.max(kilobytes, seen.get(pid)?.kilobytes ?? 0) });
    }
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')} ended with ${code}`);
  const used = [...seen.values()];
  return {
    wall: (performance.now() - start) / 1000,
    processor: used.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS,
    memory: Math.max(0, ...used.map(({ kilobytes }) => kilobytes / 1024)),
  };
}
