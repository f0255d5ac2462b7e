import { breakWhatTheyMust } from './breaking.ts';
import { responses } from './responses.ts';

breakWhatTheyMust(responses);
