interface Option {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly detail?: string
}

/**
 * Makes a form of questions smoother: rows come and go without a new page, entries are looked for while one types, and nobody
 * leaves by mistake what she has not saved. Each of them works without this, too.
 */
export function enhanceWriting(form: HTMLFormElement): void {
  let isSending = false
  let isDirty = false
  form.addEventListener('input', () => {
    isDirty = true
  })
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    isSending = true
    if (!(submitter instanceof HTMLButtonElement) || !/^(add|remove|find):/.test(submitter.value)) return
    event.preventDefault()
    swap(form, submitter).catch(() => {
      // Without an answer the browser asks itself, and shows what it gets.
      form.action = submitter.formAction
      const intent = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: 'intent',
        value: submitter.value,
      })
      form.append(intent)
      form.submit()
    })
  })
  addEventListener('beforeunload', (event) => {
    if (isDirty && !isSending && form.isConnected) event.preventDefault()
  })
  for (const picker of form.querySelectorAll<HTMLElement>('[data-enhance~=pick]')) lookWhileTyping(picker)
}

/** Sends the form, and puts the one that comes back in its place. */
async function swap(form: HTMLFormElement, submitter: HTMLButtonElement): Promise<void> {
  const response = await fetch(submitter.formAction, { method: 'POST', body: new FormData(form, submitter) })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const next = page.querySelector<HTMLFormElement>('form[data-enhance~=write]')
  if (!next) throw new Error('No form came back.')
  form.replaceWith(next)
  enhanceWriting(next)
  next.dispatchEvent(new Event('input'))
  const place = document.getElementById(decodeURIComponent(new URL(submitter.formAction).hash.slice(1)))
  const first = place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
  const target = submitter.value.startsWith('add:') ? (first ?? place) : place
  target?.focus()
}

const waitFor = 250

function lookWhileTyping(picker: HTMLElement): void {
  const { kind = '', source = '', name = '', type = 'radio' } = picker.dataset
  const input = picker.querySelector<HTMLInputElement>('input[type=text]')
  const asked = picker.querySelector<HTMLInputElement>('input[type=hidden]')
  const list = picker.querySelector<HTMLElement>('.picker-found')
  const status = picker.querySelector<HTMLElement>('[role=status]')
  if (!input || !asked || !list || !status) return
  let waiting: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    const text = input.value.trim()
    if (text.length < 2) return
    const response = await fetch(`${source}?${new URLSearchParams({ kind, q: text })}`)
    if (!response.ok || input.value.trim() !== text) return
    const options: readonly Option[] = await response.json()
    fill(list, options, { name, type })
    asked.value = input.value
    status.textContent = (options.length === 0 ? status.dataset.none : status.dataset.some) ?? ''
  }
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => look().catch(() => undefined), waitFor)
  })
}

/** Shows what was found; what was chosen of an earlier list stays. */
function fill(place: HTMLElement, options: readonly Option[], field: { name: string; type: string }): void {
  const chosen = [...place.querySelectorAll('li')].filter(
    (item) => item.querySelector<HTMLInputElement>('input')?.checked,
  )
  const known = new Set(chosen.map((item) => item.querySelector<HTMLInputElement>('input')?.value))
  const list = document.createElement('ul')
  list.className = 'plain-list marks'
  list.append(...chosen, ...options.filter(({ id }) => !known.has(id)).map((option) => itemOf(option, field)))
  place.replaceChildren(list)
}

function itemOf({ id, label, language, detail }: Option, field: { name: string; type: string }): HTMLElement {
  const input = Object.assign(document.createElement('input'), { ...field, value: id })
  const name = Object.assign(document.createElement('span'), { textContent: label, lang: language })
  const words = document.createElement('span')
  words.append(name)
  if (detail)
    words.append(
      ' ',
      Object.assign(document.createElement('span'), { className: 'quiet', textContent: detail }),
    )
  const whole = Object.assign(document.createElement('label'), { className: 'filter-option' })
  whole.append(input, words)
  const item = document.createElement('li')
  item.append(whole)
  return item
}
