/** Where the pictures and documents of an entry are changed, whatever its kind. */
export const filesPath = (entry: string): string => `/write/files/${encodeURIComponent(entry)}`
