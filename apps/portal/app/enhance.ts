import { enhanceWriting } from './writing/enhance-writing.ts'

/**
 * The one script of the portal. Every page works without it; it only spares page loads, tidies addresses and keeps
 * focus where it belongs. What it acts on is marked in the markup with `data-enhance`.
 */
export function enhance(page: Document): void {
  page.documentElement.dataset.enhanced = ''
  for (const form of all<HTMLFormElement>(page, 'form[data-enhance~=tidy]')) tidyOnSubmit(form)
  for (const panel of all<HTMLDetailsElement>(page, 'details[data-enhance~=panel]')) foldOnNarrow(panel)
  for (const form of all<HTMLFormElement>(page, 'form[data-enhance~=theme]')) switchTheme(form)
  for (const form of all<HTMLFormElement>(page, 'form[data-enhance~=compare]')) limitChoice(form)
  for (const button of all<HTMLButtonElement>(page, 'button[data-enhance~=print]'))
    button.onclick = () => print()
  for (const button of all<HTMLButtonElement>(page, 'button[data-enhance~=copy]')) copyOnClick(page, button)
  for (const form of all<HTMLFormElement>(page, 'form[data-enhance~=passkey]')) askForPasskey(form)
  for (const form of all<HTMLFormElement>(page, 'form[data-enhance~=write]')) enhanceWriting(form)
  page.querySelector<HTMLElement>('[data-enhance~=focus]')?.focus()
}

function all<E extends Element>(page: Document, selector: string): readonly E[] {
  return [...page.querySelectorAll<E>(selector)]
}

/** Leaves out empty fields, so that an address says only what was asked for. */
function tidyOnSubmit(form: HTMLFormElement): void {
  const fields = () =>
    [...form.elements].filter(
      (field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
    )
  form.addEventListener('submit', () => {
    for (const field of fields()) if (field.name && field.value.trim() === '') field.disabled = true
  })
  // Coming back from the results restores the page as it was left: with those fields disabled.
  addEventListener('pageshow', () => {
    for (const field of fields()) field.disabled = false
  })
}

/** Filters lie open beside the results where there is room, and behind their button where there is none. */
function foldOnNarrow(panel: HTMLDetailsElement): void {
  const wide = matchMedia('(width >= 60rem)')
  const follow = () => {
    panel.open = wide.matches
  }
  wide.addEventListener('change', follow)
  follow()
}

function switchTheme(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (!(event.submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    const { value } = event.submitter
    const auto = value === 'auto'
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
    document.cookie = `theme=${value}; Path=/; Max-Age=${auto ? 0 : 31536000}; SameSite=Lax`
    if (auto) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = value
    document.querySelector('meta[name=color-scheme]')?.setAttribute('content', auto ? 'light dark' : value)
    for (const button of form.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === value))
  })
}

/** Counts the ticked boxes, says what is missing, and stops at the number that fits side by side. */
function limitChoice(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[role=status]')
  const hint = status?.textContent ?? ''
  const max = Number(form.dataset.max)
  const boxes = () =>
    [...form.elements]
      .filter((field) => field instanceof HTMLInputElement)
      .filter((field) => field.type === 'checkbox')
  const update = () => {
    const count = boxes().filter((box) => box.checked).length
    for (const box of boxes()) box.disabled = !box.checked && count >= max
    if (count > 0) form.dataset.count = String(count)
    else delete form.dataset.count
    if (!status) return
    const words = status.dataset
    const said = count >= max ? words.full : count === 1 ? words.one : count > 1 ? words.ready : hint
    status.textContent = (said ?? hint).replace('#', String(count))
  }
  document.addEventListener('change', update)
  addEventListener('pageshow', update)
  update()
}

function copyOnClick(page: Document, button: HTMLButtonElement): void {
  button.onclick = async () => {
    await navigator.clipboard.writeText(page.getElementById(button.value)?.textContent ?? '')
    button.textContent = button.dataset.done ?? button.textContent
  }
}

/** Lets the browser make or show a passkey, and sends its answer. The button asks again. */
function askForPasskey(form: HTMLFormElement): void {
  const { act, options = '{}' } = form.dataset
  const status = form.querySelector<HTMLElement>('[role=status]')
  const answer = form.querySelector<HTMLInputElement>('[name=answer]')
  const ask = async () => {
    const wanted = JSON.parse(options)
    const given =
      act === 'create'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wanted),
          })
    if (!answer || !(given instanceof PublicKeyCredential)) return
    answer.value = JSON.stringify(given.toJSON())
    form.submit()
  }
  const tryIt = () =>
    ask().catch(() => {
      if (status) status.textContent = status.dataset.failed ?? ''
    })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    tryIt()
  })
  tryIt()
}
