import { breakWhatTheyMust } from './breaking.ts';
import { requestBodies } from './request-bodies.ts';

breakWhatTheyMust(requestBodies);
