import type { Suite } from '../vocabulary/scenario.ts';
import { phases } from './phases.ts';
import { scenarioOfPhase } from './scenarios.ts';

const scenarios = phases.map(scenarioOfPhase);

export const migrationSuite: Suite = {
  id: 'migration',
  title: 'A service that moves to another domain',
  scenarios,
  story: {
    title: 'A service that receives reports moves to another domain',
    url: 'https://scotthelme.co.uk/report-uri-journey-to-a-permanent-redirect/',
    steps: phases.map(({ name, title, says }) => ({ scenario: `migration/${name}`, title, says })),
  },
};
