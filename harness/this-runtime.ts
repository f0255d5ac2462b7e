/** What runs this program: Node.js, or another runtime with the modules of Node.js. */
export const thisRuntime: { readonly name: string; readonly version: string } = (['deno', 'bun'] as const)
  .map((name) => ({ name, version: process.versions[name] ?? '' }))
  .find(({ version }) => version !== '') ?? { name: 'node', version: process.versions.node };

/** Whether it is Node.js itself. */
export const isNode = thisRuntime.name === 'node';
