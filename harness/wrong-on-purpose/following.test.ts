import { breakWhatTheyMust } from './breaking.ts';
import { following } from './following.ts';

breakWhatTheyMust(following);
