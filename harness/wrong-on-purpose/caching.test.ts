import { breakWhatTheyMust } from './breaking.ts';
import { caching } from './caching.ts';

breakWhatTheyMust(caching);
