import { describeFinding } from '../../../../suites/wording/finding.ts';
import { credentialFields } from '../../../model/credential-fields.ts';
import { missedIn } from '../data/deviations.ts';
import type { CheckData, ScenarioData } from '../data/table-data.ts';
import type { TableModel } from '../data/table-model.ts';
import type { TableSettings } from './table-settings.ts';

/** Which results are not as in an earlier run, by check: the columns. */
export type ChangedColumns = ReadonlyMap<CheckData, ReadonlySet<number>>;

/** Decides which scenarios the table shows. */
export class Filter {
  readonly #model: TableModel;
  readonly #texts = new Map<ScenarioData, string>();

  constructor(model: TableModel) {
    this.#model = model;
  }

  /** The scenarios to show. Whatever is asked of checks must hold for one and the same check. */
  apply(settings: TableSettings, changed: ChangedColumns): ReadonlySet<ScenarioData> {
    const words = settings.search.toLowerCase().split(/\s+/);
    const isShown = (scenario: ScenarioData): boolean =>
      (settings.suite === '' || scenario.id.startsWith(`${settings.suite}/`)) &&
      (settings.capability === '' || scenario.needs.some((need) => need === settings.capability)) &&
      (settings.search === '' || words.every((word) => this.#textOf(scenario).includes(word))) &&
      this.#hasSuchCells(scenario, settings, changed);
    return new Set([...this.#model.scenarios.values()].filter(isShown));
  }

  /** Everything that can be searched: id, title and every finding. */
  #textOf(scenario: ScenarioData): string {
    const known = this.#texts.get(scenario);
    if (known !== undefined) return known;
    const findings = scenario.checks.flatMap((check) =>
      check.results.flatMap((place) => {
        const finding = this.#model.data.results[place]?.finding;
        return finding && 'value' in finding ? describeFinding(check.fact, finding.value) : [];
      }),
    );
    const text = [scenario.id, scenario.title, ...new Set(findings)].join('\n').toLowerCase();
    this.#texts.set(scenario, text);
    return text;
  }

  #hasSuchCells(scenario: ScenarioData, settings: TableSettings, changed: ChangedColumns): boolean {
    const { verdict, level, authority, requirement, meaning, disagree, credentials, known, disputed } = settings;
    const ofChecks = Boolean(level || authority || requirement || meaning) || credentials || disputed;
    const ofResults = verdict !== '' || known || settings.changed || disagree;
    if (!ofChecks && !ofResults) return true;
    const checks = ofChecks ? scenario.checks.filter((check) => this.#isAskedFor(check, settings)) : scenario.checks;
    if (!ofChecks && verdict !== '' && !this.#hasVerdict(scenario, settings)) return false;
    return checks.some((check) => this.#hasSuchResults(check, ofChecks ? settings : { ...settings, verdict: '' }, changed));
  }

  #hasVerdict(scenario: ScenarioData, { columns, profile, verdict }: TableSettings): boolean {
    const verdicts = this.#model.verdicts(scenario, profile);
    return columns.some((column) => verdicts[column] === verdict);
  }

  #isAskedFor(check: CheckData, settings: TableSettings): boolean {
    const { profile, level, authority, requirement, meaning, credentials, disputed } = settings;
    const { by, rulings } = this.#model.decision(check, profile);
    const all: readonly { level: string; requirement: string; disputed?: string }[] = rulings;
    return (
      (level === '' || all.some((ruling) => ruling.level === level)) &&
      (authority === '' || by === authority) &&
      (requirement === '' || all.some((ruling) => ruling.requirement === requirement)) &&
      (!disputed || all.some((ruling) => ruling.disputed !== undefined)) &&
      (!credentials || isOnCredentials(check)) &&
      (meaning === '' || this.#isMissed(check, settings))
    );
  }

  #isMissed(check: CheckData, { profile, meaning, columns: shown }: TableSettings): boolean {
    return missedIn(this.#model, check, profile).some(
      (missed) => missed.meaning === meaning && missed.columns.some((column) => shown.includes(column)),
    );
  }

  #hasSuchResults(check: CheckData, settings: TableSettings, changes: ChangedColumns): boolean {
    const { columns, profile, verdict, known, changed, disagree } = settings;
    const results = columns.map((column) => ({ column, result: this.#model.result(check, column) }));
    const isSuch = ({ column, result }: (typeof results)[number]): boolean =>
      (verdict === '' || result?.verdicts[profile] === verdict) &&
      (!known || result?.known !== undefined) &&
      (!changed || changes.get(check)?.has(column) === true);
    const values = results.flatMap(({ result }) => (result && 'value' in result.finding ? result.finding.value : []));
    return (!(verdict || known || changed) || results.some(isSuch)) && (!disagree || new Set(values).size > 1);
  }
}

/** Whether a check is on a secret of the caller. */
function isOnCredentials({ fact }: CheckData): boolean {
  if (fact.kind === 'field') return credentialFields.includes(fact.name.toLowerCase());
  return fact.kind === 'canary' || fact.kind === 'client-certificate' || fact.kind === 'signed-region';
}
