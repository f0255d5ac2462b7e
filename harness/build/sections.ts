/** Replaces what is between `<!-- name -->` and `<!-- /name -->` in a page, for each name. Throws if a name is unknown. */
export function withSections(page: string, sections: ReadonlyMap<string, () => string>): string {
  return page.replace(/<!-- ([a-z-]+) -->\n[\s\S]*?<!-- \/\1 -->/g, (_, name: string) => {
    const section = sections.get(name);
    if (!section) throw new Error(`unknown section: ${name}`);
    return `<!-- ${name} -->\n\n${section()}\n\n<!-- /${name} -->`;
  });
}
