/** What a licence is called and where to read it, from its SPDX id: `CC-BY-4.0` → CC BY 4.0. */
export function licenceOf(spdxId: string): { readonly name: string; readonly url: string } {
  const creativeCommons = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/.exec(spdxId)
  if (!creativeCommons)
    return { name: spdxId, url: `https://spdx.org/licenses/${encodeURIComponent(spdxId)}.html` }
  const [, terms = '', version = ''] = creativeCommons
  return {
    name: `CC ${terms} ${version}`,
    url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
  }
}
