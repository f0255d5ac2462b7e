import { breakWhatTheyMust } from './breaking.ts';
import { statusCoverage } from './status-coverage.ts';

breakWhatTheyMust(statusCoverage);
