import type { Matrix } from '../../model/matrix.ts';
import type { ClientCounts } from './clients-section.ts';
import { meaningCounts } from './data/deviations.ts';
import type { TableModel } from './data/table-model.ts';
import type { ProfiledMatrix } from './per-profile.ts';

const judgedIn = ({ totals }: Matrix, column: number): number => {
  const { fail = 0, warn = 0, pass = 0 } = totals[column] ?? {};
  return fail + warn + pass;
};

/** What is wrong with each client, for each profile. */
export const clientCounts = (model: TableModel, matrices: readonly ProfiledMatrix[]): readonly (readonly ClientCounts[])[] =>
  matrices.map(({ profile, matrix }) =>
    meaningCounts(model, profile.name).map((meanings, column) => ({ meanings, judged: judgedIn(matrix, column) })),
  );
