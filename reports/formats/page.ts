import { createHash } from 'node:crypto';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { visible } from '../../suites/wording/visible.ts';

/** What a page may load, each kind of it with its sources. */
interface Sources {
  readonly 'style-src': string;
  readonly 'script-src'?: string;
  readonly 'img-src'?: string;
}

/** A page of HTML. */
export interface HtmlPage {
  readonly title: string;
  /** All else is refused, whatever a client has put into its values. */
  readonly sources: Sources;
  /** What stands in the head beside the title. */
  readonly head: ComponentChildren;
  readonly body: ComponentChildren;
}

/** A script or a style in the page itself. */
export const inline = (tag: 'style' | 'script', text: string, attributes = {}): ComponentChildren =>
  h(tag, { ...attributes, dangerouslySetInnerHTML: { __html: text } });

/** The source of a script or a style in the page itself: its hash. */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (sources: Sources): string =>
  ["default-src 'none'", "base-uri 'none'", "form-action 'none'", ...Object.entries(sources).map((each) => each.join(' '))].join(
    '; ',
  );

/** The text of a page. */
export function textOfPage({ title, sources, head, body }: HtmlPage): string {
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(sources) }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', {}, title),
      head,
    ),
    h('body', {}, body),
  );
  return visible(`<!doctype html>${renderToString(page)}\n`);
}
