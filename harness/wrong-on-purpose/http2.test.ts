import { breakWhatTheyMust } from './breaking.ts';
import { http2Sins } from './http2.ts';

breakWhatTheyMust(http2Sins);
