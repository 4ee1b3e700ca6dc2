import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

/** Maps are drawn on the server only; the browser's chunks, which nobody downloads, need no megabyte of coastlines. */
const atlasStaysHere: Plugin = {
  name: 'atlas-stays-on-the-server',
  enforce: 'pre',
  load: (id, options) => (!options?.ssr && id.includes('/world-atlas/') ? '{}' : undefined),
}

/** The portal's build: Remix with every future flag on, so that a later move to React Router stays a rename. */
export default defineConfig({
  plugins: [
    atlasStaysHere,
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Fonts must stay files of their own: inlined, every page would pay for every alphabet.
  build: { assetsInlineLimit: 0, target: 'es2022' },
  // JSON data is bundled, because Node would ask for import attributes at run time.
  ssr: { noExternal: ['world-atlas'] },
})
