import { allCheckIds } from '../../suites/index.ts';
import { listChecks } from './check-ids.ts';

listChecks(allCheckIds);
