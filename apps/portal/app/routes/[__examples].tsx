import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '../api.server.ts'
import { examples as charts } from '../ui/chart.examples.tsx'
import { examples as facts } from '../ui/facts.examples.tsx'
import { examples as forms } from '../ui/form.examples.tsx'
import { pages } from '../ui/page.examples.tsx'
import { examples as results } from '../ui/result.examples.tsx'
import { examples as tables } from '../ui/table.examples.tsx'
import { examples as texts } from '../ui/text.examples.tsx'

/** Never in production: the examples are for those who build pages, and for the tests. */
export function loader({ context, request }: LoaderFunctionArgs) {
  if (!context.examples) throw notFound()
  return { only: new URL(request.url).searchParams.get('only') }
}

export const meta: MetaFunction = () => [{ title: 'Examples of components' }]

const examples = [...texts, ...facts, ...forms, ...results, ...tables, ...charts]

/** Every component in its states; `?only=<name>` shows one, or a whole page made of them. */
export default function Examples() {
  const { only } = useLoaderData<typeof loader>()
  const page = pages.find((each) => each.name === only)
  if (page) return page.show()
  return (
    <>
      <h1>Examples of components</h1>
      {examples
        .filter((example) => only === null || example.name === only)
        .map((example) => (
          <section key={example.name} className="example" aria-label={example.name}>
            <p className="eyebrow">{example.name}</p>
            {example.show()}
          </section>
        ))}
    </>
  )
}
