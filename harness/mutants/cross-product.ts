import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import picomatch from 'picomatch';
import type { Job, JobResult } from './cross-product-worker.ts';
import { mutants } from './index.ts';
import { failureTable, mustTable } from './product-report.ts';
import { profilesOf } from './trial.ts';

const startWorker = (): ChildProcess => fork(new URL('cross-product-worker.ts', import.meta.url));

/** The result of a job; undefined if the worker ends before. */
async function ask(worker: ChildProcess, job: Job): Promise<JobResult | undefined> {
  const stop = new AbortController();
  const { signal } = stop;
  worker.send(job);
  try {
    const answer = once(worker, 'message', { signal }) as Promise<[JobResult]>;
    const exit = once(worker, 'exit', { signal }).then(() => [undefined]);
    const [result] = await Promise.race([answer, exit]);
    return result;
  } finally {
    stop.abort();
  }
}

/** Takes jobs from the queue until it is empty. A worker that ends costs the result of its job. */
async function work(queue: Iterable<Job>, done: (job: Job, result: JobResult | undefined) => void): Promise<void> {
  let worker = startWorker();
  for (const job of queue) {
    const result = await ask(worker, job);
    done(job, result);
    if (!result) worker = startWorker();
  }
  worker.kill();
}

async function runAll(jobs: readonly Job[]): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  let finished = 0;
  const done = (job: Job, result: JobResult | undefined): void => {
    finished += 1;
    if (result) results.push(result);
    const end = result ? `${result.failed.length} checks failed` : 'its worker ended, no result';
    console.error(`${finished}/${jobs.length} ${job.mutant} under ${job.profile}: ${end}`);
  };
  const queue = jobs.values();
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, () => work(queue, done)));
  return results;
}

/** Tries mutants on the whole catalogue and prints what they fail: `cross-product.ts [glob of names …]`. */
const globs = process.argv.slice(2);
const selected = globs.length === 0 ? mutants : mutants.filter(({ name }) => picomatch.isMatch(name, globs));
if (selected.length === 0) throw new Error(`no mutant has a name like ${globs.join(', ')}`);

const jobs = selected.flatMap((mutant) => profilesOf(mutant).map((profile): Job => ({ mutant: mutant.name, profile })));
const finished = await runAll(jobs);
const results = jobs.flatMap((job) => finished.filter(({ mutant, profile }) => mutant === job.mutant && profile === job.profile));
console.log(failureTable(results).join('\n'));
// A selection of mutants says nothing about the musts that no mutant fails.
if (globs.length === 0) console.log(`\n${mustTable(mutants, results).join('\n')}`);
