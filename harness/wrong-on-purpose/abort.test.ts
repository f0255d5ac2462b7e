import { breakWhatTheyMust } from './breaking.ts';
import { abort } from './abort.ts';

breakWhatTheyMust(abort);
