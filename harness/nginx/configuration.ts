import { casesOf } from '../../suites/vocabulary/answer.ts';
import type { Nginx } from '../../suites/vocabulary/nginx.ts';
import { originNamed, originOf } from '../../suites/vocabulary/origin.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';

/** A path at which nginx answers. */
export interface Site {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
  readonly nginx: Nginx;
}

/** Everything that nginx answers in these scenarios. */
export const sitesOf = (scenarios: readonly ConcreteScenario[]): readonly Site[] =>
  scenarios.flatMap(({ routes }) =>
    routes.flatMap(({ place, url, cases }) =>
      casesOf(cases).flatMap(({ answer: { nginx } }): readonly Site[] => {
        if (!nginx) return [];
        const { hostname, pathname } = new URL(url);
        return [{ scheme: originNamed(originOf(place)).scheme, host: hostname, path: pathname, nginx }];
      }),
    ),
  );

/** Where nginx listens, and its files. */
export interface Setting {
  readonly ports: Readonly<Record<Site['scheme'], number>>;
  /** The folder for its temporary files. */
  readonly folder: string;
  /** The folder that has the folders of the sites, one for each host. */
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const contentOf = ({ nginx, host }: Site, { root }: Setting): string =>
  'directives' in nginx ? nginx.directives : `root ${quoted(`${root}/${host}`)};`;

const listenOf = (scheme: Site['scheme'], { ports }: Setting): string =>
  `listen 127.0.0.1:${ports[scheme]}${scheme === 'https' ? ' ssl' : ''}`;

/** Lines, since nginx names the line of an error. */
function serverLines(sites: readonly Site[], setting: Setting): readonly string[] {
  const [{ scheme, host } = { scheme: 'http' as const, host: '' }] = sites;
  return [
    'server {',
    `${listenOf(scheme, setting)};`,
    `server_name ${quoted(host)};`,
    ...sites.map((site) => `location = ${quoted(decodeURI(site.path))} { ${contentOf(site, setting)} }`),
    '}',
  ];
}

/**
 * A file for nginx with these sites. It is one process, so that a user who is root needs no second user for it. Everything
 * that changes an answer is as nginx has it by default, except that no port is in its own URLs: here ports are virtual.
 */
export function configurationText(sites: readonly Site[], setting: Setting): string {
  const { folder, certificate, key } = setting;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const servers = Map.groupBy(sites, ({ scheme, host }) => `${scheme}://${host}`);
  return [
    'daemon off;',
    'master_process off;',
    `pid ${quoted(`${folder}/nginx.pid`)};`,
    'error_log stderr notice;',
    'events {}',
    'http {',
    'access_log off;',
    'server_names_hash_max_size 4096;',
    'server_names_hash_bucket_size 256;',
    'port_in_redirect off;',
    ...temporary.map((name) => `${name}_temp_path ${quoted(`${folder}/${name}`)};`),
    `ssl_certificate ${quoted(certificate)};`,
    `ssl_certificate_key ${quoted(key)};`,
    ...(['http', 'https'] as const).map((scheme) => `server { ${listenOf(scheme, setting)} default_server; return 404; }`),
    ...[...servers.values()].flatMap((own) => serverLines(own, setting)),
    '}',
    '',
  ].join('\n');
}
