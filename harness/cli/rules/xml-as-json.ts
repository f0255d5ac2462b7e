import type { XmlElement } from './read-xml.ts';

type Path = readonly PropertyKey[];

/** Something as JSON has it, and the lines where its parts come from. */
export interface WithLines {
  readonly value: unknown;
  /** The line of what is at a path, or of what is nearest around it. */
  readonly lineAt: (path: Path) => number;
}

const joined = (path: Path): string => path.map(String).join(' ');

/** How an API has XML as JSON. */
interface Mapping {
  /** Elements that are lists, and the name of their members. */
  readonly lists: Readonly<Record<string, string>>;
  /** Elements that stand for an object even if they are empty. */
  readonly objects: readonly string[];
}

/** The JSON that an API has in place of XML. Throws an Error that begins with the line if an element stands twice, or does not belong to a list. */
export function xmlAsJson(root: XmlElement, { lists, objects }: Mapping): WithLines {
  const lines = new Map<string, number>();

  function membersOf({ name, children }: XmlElement, path: Path, member: string): readonly unknown[] {
    const other = children.find((child) => child.name !== member);
    if (other) throw new Error(`line ${other.line}: “${other.name}” in ${name}; possible is ${member}`);
    return children.map((child, index) => valueOf(child, [...path, index]));
  }

  function valueOf(element: XmlElement, path: Path): unknown {
    lines.set(joined(path), element.line);
    const { name, children, text } = element;
    const member = lists[name];
    if (member !== undefined && text === '') return membersOf(element, path, member);
    if (children.length === 0 && !(objects.includes(name) && text === '')) return text;
    const twice = children.find((child, index) => children.findIndex((other) => other.name === child.name) < index);
    if (twice) throw new Error(`line ${twice.line}: a second ${twice.name} in ${name}`);
    return Object.fromEntries(children.map((child) => [child.name, valueOf(child, [...path, child.name])]));
  }

  const value = valueOf(root, []);
  const lineAt = (path: Path): number => lines.get(joined(path)) ?? (path.length === 0 ? root.line : lineAt(path.slice(0, -1)));
  return { value, lineAt };
}
