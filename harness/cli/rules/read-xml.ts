import { SaxesParser } from 'saxes';

/** An element without its attributes. It has text or children, never both. */
export interface XmlElement {
  readonly name: string;
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement extends XmlElement {
  text: string;
  readonly children: XmlElement[];
}

/** "3:5: unclosed tag" in words; the columns of the parser begin with 0. */
const inWords = (message: string): string =>
  message
    .replaceAll('\n', ' ')
    .replace(/^(\d+):(\d+): /, (_, line: string, column: string) => `line ${line}, column ${Number(column) + 1}: `);

/** The root element of a document. Throws an Error that begins with the line if it is not well-formed, or mixes text and elements. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('error', (error) => {
    throw new Error(inWords(error.message));
  });
  parser.on('opentagstart', ({ name }) => {
    const element: OpenElement = { name, line: parser.line, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (element.children.length > 0 && element.text !== '')
      throw new Error(
        `line ${element.line}: ${element.name} has text beside its elements: “${element.text.replace(/\s+/g, ' ')}”`,
      );
    root = element;
  });
  parser.write(text).close();
  // The last element that ends is the root; without any, the parser has complained.
  if (!root) throw new Error('line 1: there is no element');
  return root;
}
