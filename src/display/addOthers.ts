/**
 * Adds to `props` what is given besides the names that are `own`.
 *
 * A loop, for `...rest` beside twenty names takes longer than all else that a render of a picture does.
 */
export function addOthers<TProps extends object>(
  props: Partial<TProps>,
  given: TProps,
  own: ReadonlySet<string>,
): void {
  for (const name in given) if (!own.has(name)) props[name] = given[name]
}
