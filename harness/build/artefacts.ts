import { z } from 'zod';
import { configSchema } from '../../suites/vocabulary/config.ts';
import { knownDeviationsSchema } from '../../suites/vocabulary/known.ts';
import { ownSuiteFileSchema } from '../../suites/vocabulary/own-suite.ts';
import { profileFileSchema } from '../../suites/vocabulary/profile.ts';
import { resultsSchema } from '../../suites/vocabulary/result.ts';
import { catalogue, catalogueSchema } from './catalogue.ts';
import { catalogueText } from './catalogue-text.ts';

interface Artefact {
  readonly file: string;
  readonly text: () => string;
}

/** A schema as JSON Schema. `io` says whether a file is read by this program (unknown members are errors) or written by it. */
function schemaText(title: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** Every file that is made from the source and not committed. */
export const artefacts: readonly Artefact[] = [
  { file: 'catalogue.json', text: () => catalogueText(catalogue()) },
  {
    file: 'catalogue.schema.json',
    text: () => schemaText('Catalogue of redirect-conformance, version 2', catalogueSchema, 'input'),
  },
  {
    file: 'results.schema.json',
    text: () => schemaText('Results of redirect-conformance, version 2', resultsSchema, 'output'),
  },
  { file: 'profile.schema.json', text: () => schemaText('Profile of redirect-conformance', profileFileSchema, 'input') },
  { file: 'config.schema.json', text: () => schemaText('Configuration of redirect-conformance', configSchema, 'input') },
  {
    file: 'scenarios.schema.json',
    text: () => schemaText('Scenarios of your own for redirect-conformance', ownSuiteFileSchema, 'input'),
  },
  {
    file: 'known.schema.json',
    text: () => schemaText('Known deviations of redirect-conformance, version 1', knownDeviationsSchema, 'input'),
  },
];
