import { breakWhatTheyMust } from './breaking.ts';
import { fragments } from './fragments.ts';

breakWhatTheyMust(fragments);
