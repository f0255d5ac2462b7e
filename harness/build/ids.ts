import { suites } from '../../suites/index.ts';
import { addIds } from './scenario-ids.ts';

addIds(suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)));
