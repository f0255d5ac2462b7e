import { visible } from '../../suites/wording/visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text that is a Char of XML 1.0, section 2.2: two more characters are none, beside those that `visible` spells out. */
const allowed = (text: string): string => visible(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');

const escape = (text: string, characters: RegExp): string =>
  allowed(text).replace(characters, (character) => entities[character] ?? character);

/** Text between tags. */
export const xmlText = (text: string): string => escape(text, /[&<>]/g);

/** An element of XML; its children are XML too. A parser turns a line break in an attribute into a space, unless it is escaped. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly string[] = [],
): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value), /[&<>"\n\t]/g)}"`);
  return children.length === 0 ? `<${name}${start.join('')}/>` : `<${name}${start.join('')}>${children.join('')}</${name}>`;
}
