import got from 'got';
import { fromGot } from '../client.ts';
import { versionOf } from './version.ts';

export default fromGot(got, { version: versionOf('got') });
