import { breakWhatTheyMust } from './breaking.ts';
import { targetSchemes } from './target-schemes.ts';

breakWhatTheyMust(targetSchemes);
