import { breakWhatTheyMust } from './breaking.ts';
import { redirectModes } from './redirect-modes.ts';

breakWhatTheyMust(redirectModes);
