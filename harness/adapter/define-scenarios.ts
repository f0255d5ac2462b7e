import type { OwnSuiteFile } from '../../suites/vocabulary/own-suite.ts';

/** Returns a suite of scenarios as it is; for its type. The default export of a file that `--scenarios` names. */
export const defineScenarios = (suite: OwnSuiteFile): OwnSuiteFile => suite;
