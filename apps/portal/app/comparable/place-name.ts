/** A city as far as its name has to be told from others. */
export interface PlacedCity {
  readonly title: { readonly value: string }
  readonly region?: string | null
  readonly country: { readonly title: { readonly value: string } } | null
}

/** A city with region and country, as it is written in addresses: "Springfield, Illinois, United States". */
export function placeName({ title, region, country }: PlacedCity): string {
  const parts = [title.value, region === title.value ? null : region, country?.title.value]
  return parts.filter((part) => part != null).join(', ')
}

/** Names of cities side by side: the title alone, unless another city beside it has the same. */
export function toldApart(cities: readonly PlacedCity[]): readonly string[] {
  const titles = cities.map(({ title }) => title.value)
  return cities.map((city) =>
    titles.filter((title) => title === city.title.value).length > 1 ? placeName(city) : city.title.value,
  )
}
