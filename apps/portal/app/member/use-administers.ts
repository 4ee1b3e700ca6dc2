import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '../root.tsx'

/** Whether whoever is signed in is an administrator. Only says what to show: what she may do is asked by the API. */
export function useAdministers(): boolean {
  return useRouteLoaderData<typeof loader>('root')?.administers === true
}
