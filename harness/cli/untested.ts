import type { Untested } from '../../reports/formats/format.ts';
import { type Coverage, isCovered } from '../../suites/coverage/coverage.ts';

/** The requirements of the specifications that no scenario of a catalogue tests, and why. */
export const untestedIn = ({ requirements }: Pick<Coverage, 'requirements'>): readonly Untested[] =>
  requirements
    .filter((row) => !isCovered(row))
    .map(({ id, topic, untestable, statements }) => ({
      id,
      topic,
      why: untestable ?? `no ruling is based on ${statements.join(', ')}`,
    }));
