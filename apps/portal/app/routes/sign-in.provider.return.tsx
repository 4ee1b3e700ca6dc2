import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBack } from '../account/provider.server.ts'

/** Where the provider sends people back to. */
export const loader = ({ context, request }: LoaderFunctionArgs) => comeBack(context, request)

/** Never shown: with a page of its own, what goes wrong is told on an error page. */
export default function NoPage() {
  return null
}
