import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { secretFields } from '../../suites/scenario.ts';
import { checkId, type Check, type CheckId } from '../../suites/vocabulary/check.ts';
import { factKinds, type FactKind } from '../../suites/vocabulary/fact-kinds.ts';
import { secrets, type Fact, type Secret } from '../../suites/vocabulary/fact.ts';
import { errorClasses, type ErrorClass } from '../../suites/vocabulary/observation.ts';
import { origins, type Origin, type OriginName } from '../../suites/vocabulary/origin.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import { capabilities, type Capability, type Scenario, type Suite } from '../../suites/vocabulary/scenario.ts';
import { hostOf, labelOf, secretOf, urlOf } from '../concrete.ts';
import { needsOf } from '../needs.ts';
import { placeholders, type Placeholders } from './placeholders.ts';

/** An origin, its host made of the label of a scenario, and the URL that it serializes to. */
interface CatalogueOrigin extends Origin {
  readonly url: string;
}

/** A secret as it is made of the label of a scenario, and the field that callers send it in. */
interface CatalogueSecret {
  readonly value: string;
  readonly field: readonly [name: string, value: string];
}

/** A check with its id. */
interface CatalogueCheck extends Check {
  readonly id: CheckId;
}

/** A scenario with its label, and with every capability that it needs, those included that its calls imply. */
interface CatalogueScenario extends Scenario {
  readonly label: string;
  readonly needs: readonly Capability[];
  readonly checks: readonly CatalogueCheck[];
}

/** The whole catalogue, for programs in any language. */
export interface Catalogue {
  readonly $schema: string;
  readonly version: 1;
  readonly origins: Readonly<Record<string, CatalogueOrigin>>;
  readonly secrets: Readonly<Record<string, CatalogueSecret>>;
  readonly placeholders: Placeholders;
  readonly capabilities: readonly Capability[];
  readonly errors: readonly ErrorClass[];
  readonly facts: Readonly<Record<Fact['kind'], FactKind>>;
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly profiles: readonly Profile[];
  readonly suites: readonly Omit<Suite, 'scenarios'>[];
  readonly scenarios: readonly CatalogueScenario[];
}

/** Any id will do: what is made of its label has `<label>` put in its place. */
const SAMPLE = 'sample/any';
const unlabelled = (text: string): string => text.replaceAll(labelOf(SAMPLE), '<label>');

const originEntry = (name: OriginName): readonly [OriginName, CatalogueOrigin] => [
  name,
  { ...origins[name], host: unlabelled(hostOf(name, SAMPLE)), url: unlabelled(urlOf(name, SAMPLE)) },
];

const secretEntry = (secret: Secret): readonly [Secret, CatalogueSecret] => [
  secret,
  { value: unlabelled(secretOf(secret, SAMPLE)), field: secretFields[secret] },
];

const scenarioEntry = (scenario: Scenario): CatalogueScenario => ({
  ...scenario,
  label: labelOf(scenario.id),
  needs: needsOf(scenario),
  checks: scenario.checks.map((check) => ({ id: checkId(scenario.id, check), ...check })),
});

/** The catalogue as it stands. */
export function catalogue(): Catalogue {
  return {
    $schema: './catalogue.schema.json',
    version: 1,
    origins: Object.fromEntries((Object.keys(origins) as OriginName[]).map(originEntry)),
    secrets: Object.fromEntries(secrets.map(secretEntry)),
    placeholders,
    capabilities,
    errors: errorClasses,
    facts: factKinds,
    requirements,
    profiles,
    suites: suites.map(({ id, title }) => ({ id, title })),
    scenarios: suites.flatMap(({ scenarios }) => scenarios.map(scenarioEntry)),
  };
}
