import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** Names of the fields a client asks for one level below the field being resolved, through all fragments. */
export const requestedFields = (info: GraphQLResolveInfo): Set<string> => {
  const names = new Set<string>()
  const visited = new Set<string>()
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') names.add(selection.name.value)
      else if (selection.kind === 'InlineFragment') visit(selection.selectionSet)
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value)
        visit(info.fragments[selection.name.value]?.selectionSet)
      }
    }
  }
  for (const node of info.fieldNodes) visit(node.selectionSet)
  return names
}
