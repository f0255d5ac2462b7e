import { firefox } from '../browser/firefox.ts';
import { navigationClient } from '../browser/navigation-client.ts';

export default navigationClient(firefox);
