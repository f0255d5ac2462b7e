import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueJsonSchema } from './catalogue-schema.ts';
import { resultsJsonSchema } from './results-schema.ts';

writeFileSync(join(import.meta.dirname, 'results.schema.json'), resultsJsonSchema());
writeFileSync(join(import.meta.dirname, '../catalogue/catalogue.schema.json'), catalogueJsonSchema());
