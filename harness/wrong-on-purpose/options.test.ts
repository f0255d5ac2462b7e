import { breakWhatTheyMust } from './breaking.ts';
import { options } from './options.ts';

breakWhatTheyMust(options);
