import { breakWhatTheyMust } from './breaking.ts';
import { referrer } from './referrer.ts';

breakWhatTheyMust(referrer);
