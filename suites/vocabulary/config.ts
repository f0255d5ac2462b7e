import { z } from 'zod';
import { failOnLevels } from './known.ts';
import { transports } from './result.ts';
import type { Shape } from './shape.ts';

/** What a project runs by default. Every member is an option of the command line, which takes precedence; paths are relative to the file. */
export const configSchema = z.strictObject({
  $schema: z.string().describe('The JSON Schema of a configuration in JSON, for editors.').exactOptional(),
  clients: z
    .array(z.string().min(1))
    .min(1)
    .describe('Bundled names, files (`./my-client.ts`) or programs (`exec:python3 client.py`).')
    .exactOptional(),
  scenarios: z.array(z.string().min(1)).min(1).describe('Files with scenarios of your own, or globs.').exactOptional(),
  base: z.string().min(1).describe('Where the server is whose redirect rules `scenarios` names.').exactOptional(),
  transport: z.array(z.enum(transports)).min(1).describe('What answers the requests: real servers, or mocks.').exactOptional(),
  profile: z.string().min(1).describe('The rules that gate the run: a name or a file.').exactOptional(),
  failOn: z.enum(failOnLevels).describe('What fails the run.').exactOptional(),
  known: z.string().min(1).describe('The file of known deviations.').exactOptional(),
  output: z.string().min(1).describe('The folder for results and reports.').exactOptional(),
  reporters: z
    .array(z.string().min(1))
    .describe('Reports beside those that are written by default, each as `name` or `name:file`; `no-name` leaves one out.')
    .exactOptional(),
});
export interface Config extends Shape<typeof configSchema> {}
