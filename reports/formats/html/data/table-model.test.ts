import { expect, test } from 'vitest';
import { smallModel } from '../page/page.fixture.ts';

test.each(['fetch', 'lax'])('the verdicts of a row under %s are those that its cells show', (profile) => {
  for (const scenario of smallModel.scenarios.values()) {
    const shown = smallModel.data.columns.map((_, column) => smallModel.view(scenario, column, profile).verdict);
    expect(smallModel.verdicts(scenario, profile)).toEqual(shown);
  }
});
