import { CertificateAuthority } from '../network/certificates.ts';
import type { RuleBook } from '../policy/rule-books.ts';
import { mutants } from './index.ts';
import { allScenarios } from '../../suites/index.ts';
import { type FailedCheck, Trial } from './trial.ts';

/** One mutant under one profile. */
export interface Job {
  readonly mutant: string;
  readonly profile: RuleBook;
}

/** Everything that a mutant fails in the whole catalogue. */
export interface JobResult extends Job {
  readonly failed: readonly FailedCheck[];
}

const report = ({ mutant, profile }: Job, where: string, error: unknown): void =>
  console.error(`${mutant} under ${profile}, ${where}: ${String(error)}`);

const authority = new CertificateAuthority();

async function run(job: Job): Promise<JobResult> {
  const mutant = mutants.find(({ name }) => name === job.mutant);
  if (!mutant) throw new Error(`there is no mutant ${job.mutant}`);
  using trial = new Trial(mutant, job.profile, authority);
  const failed: FailedCheck[] = [];
  for (const scenario of allScenarios) {
    try {
      failed.push(...(await trial.failedChecks(scenario)));
    } catch (error) {
      report(job, scenario.id, error);
    }
  }
  return { ...job, failed };
}

let current: Job | undefined;

// A mutant may leave an error behind after its scenario. That must not end the worker.
process.on('uncaughtException', (error) => {
  if (current) report(current, 'after a scenario', error);
});

process.on('message', (job: Job) => {
  current = job;
  run(job).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      report(job, 'before its first scenario', error);
      process.exit(1);
    },
  );
});

process.on('disconnect', () => process.exit());
