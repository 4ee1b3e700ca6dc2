/** Where a form goes back to. Only a path of this site: anything else could send a visitor elsewhere. */
export function backPath(value: FormDataEntryValue | null): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !/[\r\n\\]/.test(value) ? value : '/'
}
