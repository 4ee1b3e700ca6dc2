import { useWords } from '../i18n/use-words.tsx'
import { type Theme, themes } from '../theme.ts'

/** Three buttons of a form, so that the choice works without JavaScript; the enhancement spares the page load. */
export function ThemeSwitch({ theme, back }: { readonly theme: Theme; readonly back: string }) {
  const { t } = useWords()
  const words = { auto: 'frame.themeAuto', light: 'frame.themeLight', dark: 'frame.themeDark' } as const
  return (
    <form method="post" action="/theme" data-enhance="theme">
      <input type="hidden" name="back" value={back} />
      <fieldset className="theme-switch">
        <legend>{t('frame.theme')}</legend>
        {themes.map((choice) => (
          <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
            {t(words[choice])}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
