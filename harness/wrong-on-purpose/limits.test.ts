import { breakWhatTheyMust } from './breaking.ts';
import { limits } from './limits.ts';

breakWhatTheyMust(limits);
