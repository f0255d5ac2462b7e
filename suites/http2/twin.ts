import type { RowId } from '../coverage/behaviours/index.ts';
import { streamFollowedOverHttp1, streamFollowedOverHttp2 } from '../rulings/streams.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** The origins of the other suites, and the HTTP/2 origins that replace them. */
const twins: Readonly<Record<string, string>> = { home: 'h2', other: 'other-h2' };

const withTwinsInText = (json: string): string => json.replaceAll(/(?<=\{)(home|other)(?=[}.])/g, (name) => twins[name] ?? name);

/** Facts can also name an origin without braces. */
const withTwinsInFacts = (key: string, value: unknown): unknown =>
  (key === 'at' || key === 'to') && typeof value === 'string' ? (twins[value] ?? value) : value;

const isOnFollowing = (check: Check): check is CheckOf<'followed'> => check.fact.kind === 'followed';

/** Over HTTP/2 Fetch has another rule for streams. */
function withRulesOfHttp2(check: Check): Check {
  if (!isOnFollowing(check)) return check;
  const rulings = check.rulings.map((ruling) =>
    ruling.requirement === streamFollowedOverHttp1.requirement ? streamFollowedOverHttp2 : ruling,
  );
  return { ...check, rulings };
}

const moved = (scenario: Scenario): Scenario =>
  JSON.parse(withTwinsInText(JSON.stringify(scenario)), withTwinsInFacts) as Scenario;

interface Twin {
  readonly name: string;
  readonly covers: readonly RowId[];
}

/** A scenario of another suite between origins that offer HTTP/2, with the same rulings. */
export function overHttp2(original: Scenario, { name, covers }: Twin): Scenario {
  const { title, calls, checks, ...rest } = moved(original);
  const [first] = calls;
  return {
    ...rest,
    id: `http2/${name}`,
    title: `${title}, over HTTP/2`,
    covers,
    calls: calls.map((call) => ({ ...call, http2: true as const })),
    checks: [
      // RFC 9112 defines framing for HTTP/1.1 only.
      ...checks.filter(({ fact }) => fact.kind !== 'framing').map(withRulesOfHttp2),
      ...(first ? [{ fact: { kind: 'protocol', at: first.url }, rulings: [] } as const] : []),
    ],
  };
}
