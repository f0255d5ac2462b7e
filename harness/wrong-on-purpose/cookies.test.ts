import { breakWhatTheyMust } from './breaking.ts';
import { cookies } from './cookies.ts';

breakWhatTheyMust(cookies);
