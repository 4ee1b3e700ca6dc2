/** What a concept means, as a text that says its language: definitions are written in English only. */
export function definitionOf(definition: string): { readonly value: string; readonly language: string } {
  return { value: definition, language: 'en' }
}
