import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from './catalogue.ts';
import { catalogueText } from './text.ts';

writeFileSync(join(import.meta.dirname, '../../catalogue/catalogue.json'), catalogueText(catalogue()));
