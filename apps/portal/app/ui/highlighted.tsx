/** Text with `<mark>…</mark>` around what was found. Everything else in it is text, whatever it looks like. */
export function Highlighted({ text }: { readonly text: string }) {
  const parts = text.split(/(<mark>.*?<\/mark>)/s)
  return (
    <>
      {parts.map((part, index) => {
        const found = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1]
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is rendered once, on the server.
        return found === undefined ? part : <mark key={index}>{found}</mark>
      })}
    </>
  )
}
