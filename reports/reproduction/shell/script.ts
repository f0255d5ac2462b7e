import { shellWord } from '../../../suites/wording/shell-word.ts';
import type { CallOption } from '../javascript/clients.ts';
import { isSecure, serverImports, serversText } from '../javascript/servers.ts';
import type { CallInScript, Situation } from '../situation.ts';

/** How a script calls a command-line client. */
export interface ShellClient {
  readonly language: 'shell';
  readonly options: readonly CallOption[];
}

/** The command-line clients for which there are scripts, by the name of their column. */
export const shellClients: Readonly<Record<string, ShellClient>> = {
  curl: { language: 'shell', options: ['redirect', 'maxRedirects', 'auth'] },
};

/** A field as `--header` takes it: without a value, a semicolon takes the place of the colon. */
const headerText = ([name, value]: readonly [string, string]): string => (value === '' ? `${name};` : `${name}: ${value}`);

/** `--request` fixes the method for the whole chain, so it is used only where no other option makes it. */
function methodOptions({ method, body }: CallInScript): readonly string[] {
  if (method === 'HEAD') return ['--head'];
  const ofBody = method === 'PUT' ? 'PUT' : 'POST';
  const own = body === undefined && method !== 'POST' ? 'GET' : ofBody;
  return method === own ? [] : ['--request', method];
}

/** A body that a person can read stands in the command, and any other is in a file. curl states the length only of a file that it uploads. */
const isInline = ({ method, body = '' }: CallInScript): boolean => method !== 'PUT' && !/[^ -~]/.test(body);

function bodyOptions(call: CallInScript): readonly string[] {
  const { method, body } = call;
  if (body === undefined) return method === 'POST' ? ['--data', ''] : [];
  return isInline(call) ? ['--data-raw', body] : [];
}

/** A text for `%b` of printf. */
const forPrintf = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(/[^ -~\u0080-\u{10ffff}]/gu, (octet) => `\\0${octet.charCodeAt(0).toString(8).padStart(3, '0')}`);

/** The line that writes the body to a file, and the option that sends it. */
function fileOfBody(call: CallInScript): { readonly line: string; readonly option: string } | undefined {
  if (call.body === undefined || isInline(call)) return undefined;
  const option = call.method === 'PUT' ? '--upload-file "$folder/content"' : '--data-binary "@$folder/content"';
  return { line: `printf '%b' ${shellWord(forPrintf(call.body))} > "$folder/content"`, option };
}

const words = (call: CallInScript): readonly string[] => [
  ...(call.redirect === 'manual' ? [] : ['--location']),
  ...(call.maxRedirects === undefined ? [] : ['--max-redirs', String(call.maxRedirects)]),
  ...(call.auth ? ['--user', `${call.auth.username}:${call.auth.password}`] : []),
  ...methodOptions(call),
  ...call.headers.flatMap((field) => ['--header', headerText(field)]),
  ...bodyOptions(call),
];

function callText(call: CallInScript): readonly string[] {
  const file = fileOfBody(call);
  const options = [...words(call).map(shellWord), ...(file ? [file.option] : []), '--url', shellWord(call.url)];
  return [...(file ? [file.line] : []), `attempt ${options.join(' ')}`];
}

const connectLine =
  "console.log(Object.entries(ports).map(([address, port]) => `--connect-to ${address}:127.0.0.1:${port}`).join(' '));";

/** A shell script: servers of Node.js, and the calls of a command-line client that finds them by `--connect-to`. */
export const shellScript = (situation: Situation): readonly string[] => [
  "servers=$(cat << 'SERVERS'",
  ...serverImports(situation),
  ...serversText(situation, 'console.error'),
  connectLine,
  'SERVERS',
  ')',
  'exec 3< <(exec node --input-type=module --eval "$servers")',
  'server=$!',
  'folder=$(mktemp -d)',
  'trap \'kill $server; rm -r "$folder"\' EXIT',
  'read -r -u 3 connect',
  '',
  '# What curl makes of a name depends on the locale.',
  'export LC_ALL=C',
  ...(isSecure(situation) ? [`sed -n '/BEGIN CERT/,/END CERT/p' <<< "$servers" > "$folder/root.pem"`] : []),
  '# Every name leads to its server above, and nothing leaves this machine.',
  'attempt() {',
  '  : > "$folder/body"',
  '  if status=$(curl --disable --silent --show-error --globoff $connect --connect-to ::127.0.0.1:1 \\',
  `    ${isSecure(situation) ? '--cacert "$folder/root.pem" ' : ''}--output "$folder/body" --write-out '%{http_code}' "$@" 2> "$folder/error"); then`,
  '    echo "the caller got $status: $(cat "$folder/body")"',
  '  else',
  '    echo "the caller got $(cat "$folder/error")"',
  '  fi',
  '}',
  ...situation.calls.flatMap(callText),
];
