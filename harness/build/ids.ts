import { checkIdsOf, suites } from '../../suites/index.ts';
import { listChecks } from './check-ids.ts';

listChecks(checkIdsOf(suites));
