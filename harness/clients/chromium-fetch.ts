import { chromium } from '../browser/chromium.ts';
import { fetchClient } from '../browser/fetch-client.ts';

export default fetchClient(chromium);
