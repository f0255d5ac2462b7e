/** What an element contains: other elements, or text that stays text. */
export type Child = Node | string;

/** Runs in the browser; must not refer to anything outside itself. An element with attributes and children. */
export function make(tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
