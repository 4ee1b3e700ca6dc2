import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** Names of the fields that a document asks for of each object type; those of an interface count for all its types. */
export type AskedFields = ReadonlyMap<string, ReadonlySet<string>>

/** Collects what a document asks for, in all its operations and fragments. */
export const askedFields = (schema: GraphQLSchema, document: DocumentNode): AskedFields => {
  const asked = new Map<string, Set<string>>()
  const add = (type: string, field: string) => {
    const fields = asked.get(type)
    if (fields) fields.add(field)
    else asked.set(type, new Set([field]))
  }
  const info = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType()
        if (isObjectType(parent)) add(parent.name, name.value)
        else if (isAbstractType(parent))
          for (const type of schema.getPossibleTypes(parent)) add(type.name, name.value)
      },
    }),
  )
  return asked
}
