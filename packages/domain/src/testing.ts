/** How many times as much as usual tests with random input try: HANSA_THOROUGHNESS, 1 unless told. */
export const thoroughness = Number(process.env.HANSA_THOROUGHNESS ?? 1)
