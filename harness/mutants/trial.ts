import http from 'node:http';
import https from 'node:https';
import { decide } from '../../suites/judging/decide.ts';
import { satisfies } from '../../suites/judging/satisfies.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type Check, type CheckId, type Ruling } from '../../suites/vocabulary/check.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import type { CertificateAuthority } from '../network/certificates.ts';
import { type RuleBook, ruleBookNames } from '../policy/rule-books.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';
import type { Mutant } from './mutant.ts';
import { mutate } from './mutate.ts';

/** The profiles that a mutant has witnesses for. */
export const profilesOf = ({ witnesses }: Pick<Mutant, 'witnesses'>): readonly RuleBook[] =>
  ruleBookNames.filter((name) => name in witnesses);

function profileNamed(name: RuleBook): Profile {
  const profile = profiles.find((each) => each.name === name);
  if (!profile) throw new Error(`there is no profile ${name}`);
  return profile;
}

/** The rulings of level must that decide on a check under a profile. */
export const mustsOn = (id: CheckId, check: Check, profile: Profile): readonly Ruling[] =>
  decide(id, check, profile).rulings.filter(({ level }) => level === 'must');

/** A check that a mutant fails under a profile, and the musts that the finding misses. */
export interface FailedCheck {
  readonly profile: RuleBook;
  readonly id: CheckId;
  readonly missed: readonly Ruling[];
}

/** One mutant under one profile. It runs in this process, because that is quick and no mutant is known to end its process. */
export class Trial {
  readonly #name: RuleBook;
  readonly #profile: Profile;
  readonly #authority: CertificateAuthority;
  readonly #client: ClientUnderTest;

  constructor(mutant: Mutant, profile: RuleBook, authority: CertificateAuthority) {
    this.#name = profile;
    this.#profile = profileNamed(profile);
    this.#authority = authority;
    this.#client = new ClientUnderTest(() => startInProcess(mutate(mutant, profile)));
  }

  /** The checks of a scenario that the mutant fails. */
  async failedChecks(scenario: Scenario): Promise<readonly FailedCheck[]> {
    const { checks } = await runScenario(scenario, {
      column: 'mutant',
      client: this.#client,
      transport: 'wire',
      authority: this.#authority,
      profiles: [this.#profile],
    });
    return scenario.checks.flatMap((check) => {
      const id = checkId(scenario.id, check);
      const result = checks[id];
      if (result?.verdicts[this.#name] !== 'fail' || !('value' in result.finding)) return [];
      const { value } = result.finding;
      const missed = mustsOn(id, check, this.#profile).filter(({ expect }) => !satisfies(value, expect));
      return [{ profile: this.#name, id, missed }];
    });
  }

  [Symbol.dispose](): void {
    this.#client[Symbol.dispose]();
    // The next trial may run the same scenario, with the same hosts. It must not reuse a connection to servers that are closed.
    http.globalAgent.destroy();
    https.globalAgent.destroy();
  }
}
