/**
 * A package that this project does not have, of which it has no types either: it is there in a project of the user, or
 * installed in a release. A package of CommonJS is its `module.exports`.
 */
export async function foreignPackage<Package>(name: string): Promise<Package> {
  const module = (await import(name)) as { readonly default?: Package };
  return module.default ?? (module as Package);
}
