import { breakWhatTheyMust } from './breaking.ts';
import { proxies } from './proxies.ts';

breakWhatTheyMust(proxies);
