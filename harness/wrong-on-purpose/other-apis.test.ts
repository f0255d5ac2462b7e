import { breakWhatTheyMust } from './breaking.ts';
import { otherApis } from './other-apis.ts';

breakWhatTheyMust(otherApis);
