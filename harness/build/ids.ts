import { suites } from '../../suites/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import { listChecks } from './check-ids.ts';

listChecks(suites.flatMap(({ scenarios }) => scenarios.flatMap(({ id, checks }) => checks.map((check) => checkId(id, check)))));
