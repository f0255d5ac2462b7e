import { breakWhatTheyMust } from './breaking.ts';
import { metadata } from './metadata.ts';

breakWhatTheyMust(metadata);
