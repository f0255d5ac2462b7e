import { breakWhatTheyMust } from './breaking.ts';
import { locationResolution } from './location-resolution.ts';

breakWhatTheyMust(locationResolution);
