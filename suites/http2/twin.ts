import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** The origins of the other suites, and those that take their place over HTTP/2. */
const twins: Readonly<Record<string, string>> = { home: 'h2', other: 'other-h2' };

const inText = (text: string): string =>
  text.replaceAll(/\{(home|other)(?=[}.])/g, (whole, name: string) => `{${twins[name] ?? whole}`);

/** Origins stand in text as placeholders, in places as keys, and in facts bare. */
function moved(key: string, value: unknown): unknown {
  if (typeof value === 'string') return key === 'at' || key === 'to' ? (twins[value] ?? inText(value)) : inText(value);
  if (Array.isArray(value)) return value.map((each) => moved('', each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [inText(name), moved(name, member)]));
}

/** What RFC 9112 says of framing, and of messages in which HTTP/1.1 is spoken, is not said of HTTP/2. */
const ofHttp1 = ({ fact }: Check): boolean => fact.kind === 'framing';

/** Over HTTP/2 Fetch has no doubt about streams. */
function settled({ disputed, ...ruling }: Ruling): Ruling {
  return ruling.requirement === 'fetch/stream-body-passes-303' || disputed === undefined ? ruling : { ...ruling, disputed };
}

interface Twin {
  readonly name: string;
  readonly covers: readonly string[];
}

/** A scenario of another suite once more, with the same rulings, among origins that offer HTTP/2. */
export function overHttp2(scenario: Scenario, { name, covers }: Twin): Scenario {
  const twin = moved('', scenario) as Scenario;
  const [first] = twin.calls;
  return {
    ...twin,
    id: `http2/${name}`,
    title: `${scenario.title}, over HTTP/2`,
    covers,
    calls: twin.calls.map((call) => ({ ...call, http2: true as const })),
    checks: [
      ...twin.checks
        .filter((check) => !ofHttp1(check))
        .map((check) => ({ ...check, rulings: check.rulings.map((ruling) => settled(ruling)) })),
      ...(first ? [{ fact: { kind: 'protocol', at: first.url }, rulings: [] } as const] : []),
    ],
  };
}
