import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsJsonSchema } from './results-schema.ts';

writeFileSync(join(import.meta.dirname, 'results.schema.json'), resultsJsonSchema());
