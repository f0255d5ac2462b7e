import { followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { type Move, movesBetween } from '../builders/moves.ts';
import { settledCheck } from '../builders/scenario.ts';

const arrived: Response = { status: 200, body: 'arrived' };

/**
 * The first call opens a connection to the next server, which the agent of the caller keeps. A redirect that is followed by
 * that agent uses it; one that is followed without it opens another. The caller asks both origins itself, so no secrets are
 * planted.
 */
function toScenario({ name, title, from, to }: Move, status: RedirectStatus): Scenario {
  const before: Place = `{${originOf(to)}}/before`;
  return {
    id: `connections/agent-kept-on-${status}-to-another-${name}`,
    title: `The agent of the caller, on a ${status} ${title}`,
    needs: ['agent'],
    covers: ['tls-per-protocol-agent'],
    routes: { [before]: arrived, [from]: { status, location: to }, [to]: arrived },
    calls: [before, from].map((url) => ({ method: 'GET', url })),
    checks: [
      settledCheck(1),
      settledCheck(2),
      { fact: { kind: 'followed', to, call: 2 }, rulings: followingAlong([from, to], status) },
      { fact: { kind: 'connections', to: originOf(to) }, rulings: [must('common/options-are-obeyed', '1')] },
    ],
  };
}

/** A caller that guards its connections by an agent, such as one that refuses private addresses, relies on it for every hop. */
export const keptAgents: readonly Scenario[] = redirectStatuses.flatMap((status) =>
  movesBetween('/start', '/target').map((move) => toScenario(move, status)),
);
