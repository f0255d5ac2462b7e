import { SaxesParser } from 'saxes';

/** An element without attributes: text, or children by name. */
export type XmlValue = string | { readonly [name: string]: readonly XmlValue[] };

interface OpenElement {
  readonly name: string;
  readonly children: Record<string, XmlValue[]>;
  text: string;
}

/** The root element of a document and its content. Throws an Error that begins with line and column if it is not well-formed. */
export function readXml(text: string): { readonly name: string; readonly value: XmlValue } {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: { readonly name: string; readonly value: XmlValue } | undefined;
  parser.on('error', (error) => {
    // "1:5: unclosed tag" as its author writes it.
    throw new Error(`line and column ${error.message.replaceAll('\n', ' ')}`);
  });
  parser.on('opentag', ({ name }) => open.push({ name, children: {}, text: '' }));
  parser.on('text', (more) => {
    const element = open.at(-1);
    if (element) element.text += more;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const { name, children, text: content } = element;
    const value = Object.keys(children).length > 0 ? children : content.trim();
    const parent = open.at(-1);
    if (parent) (parent.children[name] ??= []).push(value);
    else root = { name, value };
  });
  parser.write(text).close();
  if (!root) throw new Error('there is no element');
  return root;
}
