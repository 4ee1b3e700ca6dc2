import { type ResolveFnOutput, registerHooks } from 'node:module'

/*
 * Imported first, for a quick start. Node reads the package.json of a package anew for every module that imports it, and
 * for every `.js` file of it, to know what kind of module that is. The one of drizzle-orm takes some milliseconds each
 * time, and there are four hundred such times. So a folder asks for a package once, and one file of a folder is asked
 * about: the others are of the same kind.
 */

const foundFrom = new Map<string, ResolveFnOutput>()
const foldersOfModules = new Set<string>()

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1)
const isFileOf = (url: string, specifier: string): boolean =>
  url.includes('/node_modules/') && specifier.startsWith('.') && specifier.endsWith('.js')
const isPackage = (specifier: string): boolean => !/^[./#]|^[a-z]+:/.test(specifier)

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL = '', conditions } = context
    if (isFileOf(parentURL, specifier)) {
      const { href } = new URL(specifier, parentURL)
      if (foldersOfModules.has(folderOf(href))) return { url: href, format: 'module', shortCircuit: true }
    }
    const key = isPackage(specifier) ? `${specifier} ${folderOf(parentURL)} ${conditions.join()}` : null
    const known = key ? foundFrom.get(key) : undefined
    if (known) return known
    const found = nextResolve(specifier, context)
    if (key) foundFrom.set(key, { ...found, shortCircuit: true })
    if (found.format === 'module' && found.url.endsWith('.js')) foldersOfModules.add(folderOf(found.url))
    return found
  },
})
