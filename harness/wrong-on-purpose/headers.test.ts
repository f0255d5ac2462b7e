import { breakWhatTheyMust } from './breaking.ts';
import { headers } from './headers.ts';

breakWhatTheyMust(headers);
