import { breakWhatTheyMust } from './breaking.ts';
import { locationBytes } from './location-bytes.ts';

breakWhatTheyMust(locationBytes);
