import { chromium } from '../browser/chromium.ts';
import { navigationClient } from '../browser/navigation-client.ts';

export default navigationClient(chromium);
