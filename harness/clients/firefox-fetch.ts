import { firefox } from '../browser/firefox.ts';
import { fetchClient } from '../browser/fetch-client.ts';

export default fetchClient(firefox);
