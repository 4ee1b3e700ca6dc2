import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Example } from './example.ts'
import { Field } from './field.tsx'
import { PrintLink } from './print-link.tsx'
import { SearchField } from './search-field.tsx'

const cities = [
  { value: '', label: 'Any city' },
  { value: 'ghent', label: 'Ghent' },
  { value: 'malmo', label: 'Malmö' },
]

export const examples: readonly Example[] = [
  {
    name: 'Search field, large',
    show: () => (
      <SearchField
        action="/search"
        label="What are you working on?"
        size="hero"
        hint="In any language: housing, Wohnen, logement"
      >
        <Field name="city" label="I work in" options={cities} />
      </SearchField>
    ),
  },
  {
    name: 'Buttons',
    show: () => (
      <form>
        <Button>Apply filters</Button> <Button look="secondary">Compare selected</Button>{' '}
        <ButtonLink href="/search" look="quiet">
          Clear all filters
        </ButtonLink>{' '}
        <PrintLink />
      </form>
    ),
  },
  {
    name: 'A form with a problem',
    show: () => (
      <form>
        <ErrorSummary problems={[{ field: 'from', message: 'The year must have four digits, like 2015' }]} />
        <Field
          name="from"
          label="Started after"
          hint="A year"
          value="15"
          error="The year must have four digits, like 2015"
        />
      </form>
    ),
  },
]
