import { breakWhatTheyMust } from './breaking.ts';
import { credentialsGiven } from './credentials-given.ts';

breakWhatTheyMust(credentialsGiven);
