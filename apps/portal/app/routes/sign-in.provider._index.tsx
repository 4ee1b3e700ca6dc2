import type { LoaderFunctionArgs } from '@remix-run/node'
import { leadToProvider } from '../account/provider.server.ts'

/** The way to the provider (single sign-on). */
export const loader = ({ context, request }: LoaderFunctionArgs) => leadToProvider(context, request)

/** Never shown: with a page of its own, what goes wrong is told on an error page. */
export default function NoPage() {
  return null
}
