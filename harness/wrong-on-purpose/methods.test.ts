import { breakWhatTheyMust } from './breaking.ts';
import { methods } from './methods.ts';

breakWhatTheyMust(methods);
