import { breakWhatTheyMust } from './breaking.ts';
import { credentials } from './credentials.ts';

breakWhatTheyMust(credentials);
