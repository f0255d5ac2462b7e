import { found, type Reader } from './evidence.ts';
import { listRedirects } from './history.ts';

export const told: Reader<'told'> = ({ call = 1 }, { observation, concrete }) =>
  found(listRedirects(observation.told?.filter((redirect) => redirect.call === call) ?? [], concrete) || 'none');
