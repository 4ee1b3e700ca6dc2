import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from 'graphql'

/** A field with all below it, down to a depth; empty when it needs an argument or lies deeper. */
export const wholeField = (field: GraphQLField<unknown, unknown>, depth: number): string => {
  if (field.args.some(isRequiredArgument)) return ''
  const named = getNamedType(field.type)
  if (isScalarType(named) || isEnumType(named)) return field.name
  return depth > 0 ? `${field.name} { ${everything(named, depth - 1)} }` : ''
}

/** All fields of a type that need no argument, down to a depth; lists and links alike. */
export const everything = (type: GraphQLNamedType, depth: number): string => {
  if (!isObjectType(type) && !isInterfaceType(type)) return ''
  const fields = Object.values(type.getFields()).map((field) => wholeField(field, depth))
  return ['__typename', ...fields].join(' ')
}
