import { breakWhatTheyMust } from './breaking.ts';
import { redirectBodies } from './redirect-bodies.ts';

breakWhatTheyMust(redirectBodies);
