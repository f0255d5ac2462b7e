import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCertificateStore } from './certificate-store.ts';

/** What Firefox asks the network for by itself when it starts is off; what is left goes to a proxy that refuses it. */
const preferences = (nowhere: number): Readonly<Record<string, string | number | boolean>> => ({
  'network.proxy.type': 1,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': nowhere,
  'network.proxy.socks_version': 5,
  'network.proxy.socks_remote_dns': true,
  // Loopback too goes through the proxy.
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  // Settings are fetched from nowhere. Firefox obeys that only with a variable; see `environment`.
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  // No icon is asked for after a navigation.
  'browser.chrome.site_icons': false,
  // One process renders every page: to start one takes longer than most scenarios. What is sent does not depend on it.
  'fission.autostart': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.tabs.remote.separatePrivilegedContentProcess': false,
  'browser.newtab.preload': false,
  // Nobody looks at it, and nothing has to be there after the run: to draw and to remember takes a third of the time.
  'layout.frame_rate': 5,
  'toolkit.cosmeticAnimations.enabled': false,
  'ui.prefersReducedMotion': 1,
  'places.history.enabled': false,
  'browser.sessionstore.interval': 100_000_000,
  'browser.sessionhistory.max_total_viewers': 0,
  // The same in every release, so that findings are too.
  'general.useragent.override': 'Firefox',
});

/** What Firefox needs to obey a preference, and not to ask a person about a crash. */
export const environment = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', MOZ_CRASHREPORTER_DISABLE: '1' };

/** Makes a profile that trusts a root certificate, a PEM, and whose own requests go to a port of loopback. Returns its folder. */
export function makeProfile(ca: string, nowhere: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeCertificateStore(ca, folder);
  const lines = Object.entries(preferences(nowhere)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join(''));
  return folder;
}
