import { found, ifSettled, type Reader } from './evidence.ts';

export const callersObjects: Reader<'callers-objects'> = (fact, evidence) =>
  ifSettled(fact, evidence, () => {
    const changes = evidence.observation.changed?.filter(({ call }) => call === (fact.call ?? 1));
    const names = new Set(changes?.flatMap((change) => change.names));
    return found(names.size === 0 ? 'unchanged' : `changed: ${[...names].join(', ')}`);
  });
