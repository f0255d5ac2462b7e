import { join } from 'node:path';
import { modulePath, root } from '../installation.ts';

/** A client of another language. Its driver is part of the project; the client itself is that of the machine. */
export interface LanguageClient {
  /** `language/client`, or the name of a program: the id of its column. */
  readonly id: string;
  /** Programs that may run its driver. The first is used that passes the probe; a run that gates prefers one in the listed version. */
  readonly programs: readonly string[];
  /** Arguments with which a program ends well only if it has all that the driver needs. */
  readonly probe: readonly string[];
  /** Arguments with which the program builds the driver to this path, for a language that is compiled. */
  readonly build?: (built: string) => readonly string[];
  /** What starts the driver. */
  readonly start: (program: string, built: string) => readonly [program: string, ...args: string[]];
  /** Whether addresses are mapped by a library below it, which a C compiler builds: always, or where there is a compiler. */
  readonly preload?: 'always' | 'if possible';
  /** A library that has to be loaded beside that one. */
  readonly preloads?: string;
  /** The packages of Debian that it needs. */
  readonly packages: readonly string[];
  /** The version for which its known deviations are listed, or the beginning of it. Without one, it gates nothing. */
  readonly listed?: string;
  /** Whether `npm test` runs it over the whole catalogue, beside the clients of npm. */
  readonly inEveryRun?: true;
}

const folder = join(root, 'harness/drivers/other');

/** A client of Python. One from the path comes first: it may be that of a virtual environment. */
const python = (module: string, listed: string, packages: readonly string[], imports = module): LanguageClient => ({
  id: `python/${module}`,
  programs: ['python3', '/usr/bin/python3'],
  probe: ['-c', `import ${imports}`],
  start: (program) => [program, '-B', join(folder, 'python/driver.py'), module],
  packages,
  listed,
});

/** A client of Ruby. */
const ruby = (name: string, listed: string, packages: readonly string[], imports: readonly string[]): LanguageClient => ({
  id: `ruby/${name}`,
  programs: ['ruby', '/usr/bin/ruby'],
  probe: [...imports.map((each) => `-r${each}`), '-e', ''],
  start: (program) => [program, join(folder, 'ruby/driver.rb'), name.replace('-', '_')],
  packages,
  listed,
});

/** A client of PHP. Only if libcurl is loaded before, PHP calls the library below it. */
const php = (name: string, code: string, packages: readonly string[], listed: string): LanguageClient => ({
  id: `php/${name}`,
  programs: ['php', '/usr/bin/php'],
  probe: ['-r', `curl_version(); ${code}`],
  start: (program) => [program, '-d', 'display_errors=stderr', join(folder, 'php/driver.php'), name],
  preload: 'always',
  preloads: 'libcurl.so.4',
  packages,
  listed,
});

/** The clients of other languages, in the order of the matrix. */
export const languageClients: readonly LanguageClient[] = [
  {
    id: 'curl',
    programs: ['curl'],
    probe: ['--version'],
    start: () => [process.execPath, modulePath('harness/drivers/other/curl')],
    preload: 'if possible',
    packages: ['curl'],
    listed: '7.88.1',
    inEveryRun: true,
  },
  {
    id: 'wget',
    programs: ['wget'],
    probe: ['--version'],
    start: () => [process.execPath, modulePath('harness/drivers/other/wget')],
    preload: 'always',
    packages: ['wget'],
    listed: '1.21.3',
  },
  python('urllib', '3.11.2', ['python3']),
  { ...python('requests', '2.28.1', ['python3-requests', 'python3-socks'], 'requests, socks'), inEveryRun: true },
  python('httpx', '0.23.3', ['python3-httpx', 'python3-h2'], 'httpx, h2'),
  python('aiohttp', '3.8.4', ['python3-aiohttp']),
  python('urllib3', '1.26.12', ['python3-urllib3', 'python3-socks'], 'urllib3.contrib.socks'),
  {
    id: 'go/net-http',
    programs: ['go'],
    probe: ['version'],
    build: (built) => ['build', '-o', built, join(folder, 'go/main.go')],
    start: (_, built) => [built],
    packages: ['golang-go'],
    listed: '1.19',
    inEveryRun: true,
  },
  {
    id: 'perl/lwp',
    programs: ['perl'],
    probe: ['-MLWP::UserAgent', '-MLWP::Protocol::https', '-MIO::Socket::IP', '-MJSON::PP', '-e', '1'],
    // The order of a hash, which decides that of odd cookies, is another one in each process of Perl unless it is fixed.
    start: (program) => ['env', 'PERL_HASH_SEED=0', 'PERL_PERTURB_KEYS=0', program, join(folder, 'perl/lwp.pl')],
    packages: ['libwww-perl', 'liblwp-protocol-https-perl'],
    listed: '6.68',
  },
  ruby('httparty', '0.21.0', ['ruby-httparty'], ['httparty']),
  ruby('faraday', '1.1.0', ['ruby-faraday', 'ruby-faraday-middleware'], ['faraday', 'faraday_middleware']),
  ruby('open-uri', '3.1.2', ['ruby'], ['open-uri']),
  php('guzzle', "require 'GuzzleHttp/autoload.php';", ['php-cli', 'php-curl', 'php-guzzlehttp-guzzle'], '7.4.5'),
  php('curl', '', ['php-cli', 'php-curl'], '7.88.1'),
  {
    id: 'java/http-client',
    programs: ['javac'],
    probe: ['--version'],
    build: (built) => ['-d', built, join(folder, 'java/Driver.java'), join(folder, 'java/Json.java')],
    // Without these, a caller cannot give such fields, and Basic is not used for a tunnel.
    start: (_, built) => [
      'java',
      '-Djdk.httpclient.allowRestrictedHeaders=connection,content-length,expect,host,upgrade',
      '-Djdk.http.auth.tunneling.disabledSchemes=',
      '-cp',
      built,
      'Driver',
    ],
    preload: 'always',
    packages: ['default-jdk-headless'],
    listed: '17',
  },
];
