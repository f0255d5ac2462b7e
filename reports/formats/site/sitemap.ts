import { xmlElement, xmlText } from '../xml.ts';

/** The addresses of all pages, from the top of the site: where it will be served, only those who publish it know. */
export function sitemap(pages: readonly string[]): string {
  const urls = pages.map((address) => xmlElement('url', {}, [xmlElement('loc', {}, [xmlText(address === '' ? './' : address)])]));
  const list = xmlElement('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, [
    '\n',
    ...urls.map((url) => `${url}\n`),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${list}\n`;
}
