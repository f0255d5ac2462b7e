import { breakWhatTheyMust } from './breaking.ts';
import { connections } from './connections.ts';

breakWhatTheyMust(connections);
