/** Where a step of a browser led: to a page, or on to another address. */
export interface Step {
  readonly status: number
  /** The whole address to go on to; empty for a page. */
  readonly location: string
  readonly html: string
}

export interface StepOptions {
  /** What is sent with a form; without, the address is only opened. */
  readonly form?: Readonly<Record<string, string>>
  /** From where a browser says it comes: a page of the same site unless told. */
  readonly site?: 'same-origin' | 'cross-site' | 'none'
}

export interface FormBrowser {
  readonly cookies: Map<string, string>
  /** Opens an address or sends a form, following nothing. */
  readonly go: (url: string, options?: StepOptions) => Promise<Step>
}

/** A browser without scripts: it keeps cookies and says where it comes from. */
export function openFormBrowser(): FormBrowser {
  const cookies = new Map<string, string>()
  const go = async (url: string, { form, site = 'same-origin' }: StepOptions = {}): Promise<Step> => {
    const headers = new Headers({
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'Sec-Fetch-Site': site,
    })
    if (form) headers.set('Origin', new URL(url).origin)
    const body = form ? new URLSearchParams(form) : null
    const method = form ? 'POST' : 'GET'
    const response = await fetch(url, { method, headers, body, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('Location')
    return {
      status: response.status,
      location: location === null ? '' : new URL(location, url).href,
      html: await response.text(),
    }
  }
  return { cookies, go }
}
