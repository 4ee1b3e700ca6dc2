import { expect, test } from 'vitest'
import { shownPages } from './page-numbers.tsx'

test.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, 'gap-after', 9]],
  [3, 9, [1, 2, 3, 4, 'gap-after', 9]],
  [4, 9, [1, 2, 3, 4, 5, 'gap-after', 9]],
  [5, 9, [1, 'gap-before', 4, 5, 6, 'gap-after', 9]],
  [9, 9, [1, 'gap-before', 8, 9]],
  [9, 3, [1, 2, 3]],
])('page %i of %i shows its neighbours, the ends and gaps', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown)
})
