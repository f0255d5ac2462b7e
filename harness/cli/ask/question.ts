import { existsSync, readFileSync, statSync } from 'node:fs';
import { standardChecks } from '../../../suites/builders/standard-checks.ts';
import type { Octets, Routes } from '../../../suites/vocabulary/answer.ts';
import type { Call } from '../../../suites/vocabulary/call.ts';
import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import type { OwnOriginName, PathPlace } from '../../../suites/vocabulary/origin.ts';
import type { Scenario, Suite } from '../../../suites/vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../../../suites/vocabulary/status.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';
import { withoutValues } from './without-values.ts';

/** A redirect that a user asks about, as the command line has it. */
export interface Question {
  readonly from: string;
  /** Where it leads; several for a chain. */
  readonly to: readonly string[];
  readonly status?: readonly string[];
  readonly method?: readonly string[];
  /** Text, or `@` and the path of a file. */
  readonly body?: string;
  /** Each as `Name: value`. */
  readonly header?: readonly string[];
}

/** A URL of the user and the place that it names. */
interface Stop {
  readonly written: string;
  readonly place: PathPlace;
}

/** Reads a URL as `--from` or `--to` have it; a reference is resolved as a Location is. */
function stopAt(option: string, written: string, base?: URL): readonly [Stop, URL] {
  if (/[{}\s]/.test(written))
    throw new UsageError(`${option}=${written}: write braces and spaces in percent-encoding, such as %7B and %20`);
  if (!URL.canParse(written, base?.href) || !/^https?:$/.test(new URL(written, base?.href).protocol)) {
    throw new UsageError(
      `${option}=${written}: expected a URL with its scheme, such as https://${written.replace(/^[^a-z]*/i, '')}`,
    );
  }
  const url = new URL(written, base?.href);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(`${option}=${written}: leave user name and password out; --header='Authorization: Basic …' has them`);
  }
  return [{ written, place: `{${url.origin as OwnOriginName}}${url.pathname as `/${string}`}${url.search}` }, url];
}

/** The places from the first URL to the last. */
function stopsOf({ from, to }: Question): readonly Stop[] {
  const [first, base] = stopAt('--from', from);
  const stops = [first];
  let url = base;
  for (const each of to) {
    const [stop, next] = stopAt('--to', each, url);
    stops.push(stop);
    url = next;
  }
  return stops;
}

function statusOf(text: string): RedirectStatus {
  const status = redirectStatuses.find((each) => String(each) === text);
  if (!status) throw new UsageError(`--status=${text}: no redirect; possible are ${redirectStatuses.join(', ')}`);
  return status;
}

function methodOf(text: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text))
    throw new UsageError(`--method=${text}: expected the name of a method, such as POST`);
  return text;
}

function fieldOf(text: string): HeaderFields[number] {
  const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/s.exec(text) ?? [];
  if (name === undefined || value === undefined || /[\r\n\0]/.test(value)) {
    // The value may be a secret.
    throw new UsageError(`--header: expected a name, a colon and a value, such as 'Accept: text/html'`);
  }
  return [name, value];
}

/** The bytes of a file, or a text. */
function contentOf(body: string): string | Octets {
  if (!body.startsWith('@')) return body;
  const file = userPath(body.slice(1));
  if (!existsSync(file) || statSync(file).isDirectory()) throw new UsageError(`--body=${body}: no such file`);
  return { base64: readFileSync(file).toString('base64') };
}

const routesOf = (stops: readonly Stop[], status: RedirectStatus): Routes => {
  const redirects = stops.slice(0, -1).map((stop, index) => {
    const location = stops[index + 1]?.written ?? '';
    return [stop.place, { status, headers: [['Location', location]] }] as const;
  });
  const last = stops.at(-1);
  const target = last ? [[last.place, { status: 200, body: 'arrived' }] as const] : [];
  // Where a chain comes back to a place, that place redirects.
  return Object.fromEntries([...target, ...redirects]);
};

/** The scenarios of a question: one for each method and status. Throws a UsageError that says what is wrong with it. */
export function suiteOfQuestion(question: Question): Suite {
  const { body, header = [], status = ['301', '302', '303', '307', '308'] } = question;
  const methods = (question.method ?? [body === undefined ? 'GET' : 'POST']).map(methodOf);
  const bodiless = methods.find((method) => /^(GET|HEAD)$/i.test(method));
  if (body !== undefined && bodiless !== undefined) {
    throw new UsageError(`--body: a ${bodiless} has none; choose another --method, such as POST`);
  }
  const stops = stopsOf(question);
  const [first] = stops;
  const headers = withoutValues(header.map(fieldOf));
  const content = body === undefined ? undefined : contentOf(body);
  const scenarios = methods.flatMap((method) =>
    status.map(statusOf).map((each): Scenario => {
      const routes = routesOf(stops, each);
      const call: Call = {
        method,
        url: first?.place ?? '{home}/',
        headers,
        ...(content !== undefined && { body: content }),
      };
      const path = stops.map(({ written }) => written).join(' → ');
      return {
        id: `house-ask/${method.toLowerCase()}-${each}`,
        title: `${each} ${method} ${path}`,
        routes,
        calls: [call],
        checks: standardChecks({ routes, calls: [call] }),
      };
    }),
  );
  return { id: 'house-ask', title: 'The redirects that were asked for', scenarios };
}
