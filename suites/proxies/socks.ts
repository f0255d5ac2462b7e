import { scenario } from '../builders/scenario.ts';
import { followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from?: PathPlace;
  readonly to: PathPlace;
  /** Default: the absolute URL. */
  readonly location?: Template;
}

const rows: readonly Row[] = [
  { name: 'relative', title: 'to a path', to: '{home}/target', location: '/target' },
  { name: 'other-host', title: 'to another host', to: '{other}/target' },
  { name: 'other-port', title: 'to another port', to: '{home-8080}/target' },
  { name: 'up', title: 'from http to https', to: '{home-tls}/target' },
  { name: 'up-to-other-host', title: 'from http to https at another host', to: '{other-tls}/target' },
  { name: 'from-https', title: 'from one https host to another', from: '{home-tls}/start', to: '{other-tls}/target' },
  { name: 'down', title: 'from https to http', from: '{home-tls}/start', to: '{home}/target' },
];

const redirectTo = (location: Template): Response => ({ status: 302, headers: [['Location', location]] });

const arrived: Response = { status: 200, body: 'arrived' };

const arrivesBySocks = (at: PathPlace): CheckOf<'route'> => ({
  fact: { kind: 'route', at },
  rulings: [must('common/options-are-obeyed', 'via socks-proxy, by tunnel')],
});

const toScenario = ({ name, title, from = '{home}/start', to, location = to }: Row): Scenario =>
  scenario({
    id: `proxies/socks-${name}`,
    title: `Through a SOCKS5 proxy, a redirect ${title}`,
    routes: { [from]: redirectTo(location), [to]: arrived },
    call: { method: 'GET', url: from, socksProxy: 'socks-proxy' },
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], 302) },
      arrivesBySocks(from),
      arrivesBySocks(to),
    ],
  });

/** Every connection of a chain goes through the SOCKS proxy, and the proxy is given the name of the host. */
export const socksScenarios: readonly Scenario[] = rows.map(toScenario);
