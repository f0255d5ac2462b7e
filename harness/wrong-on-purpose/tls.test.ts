import { breakWhatTheyMust } from './breaking.ts';
import { tls } from './tls.ts';

breakWhatTheyMust(tls);
