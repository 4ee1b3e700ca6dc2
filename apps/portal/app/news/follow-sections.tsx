import { Intent } from '../account/account-sections.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { newsSorts, rhythms } from './letter-words.ts'
import type { LetterChoices, Watch } from './news.query.ts'

interface WatchListProps {
  readonly id: string
  readonly title: string
  /** What stands there when there is nothing yet: how one gets something. */
  readonly none: string
  readonly watches: readonly Watch[]
}

/** Things followed, or searches saved, each with what can be done about it. */
export function WatchList({ id, title, none, watches }: WatchListProps) {
  return (
    <Section id={id} title={title}>
      {watches.length === 0 ? <p>{none}</p> : null}
      <ul className="own-list">
        {watches.map((watch) => (
          <WatchItem key={watch.id} watch={watch} />
        ))}
      </ul>
    </Section>
  )
}

function WatchItem({ watch }: { readonly watch: Watch }) {
  const { t, href, locale, date } = useWords()
  const { id, title, path, letters, createdAt } = watch
  return (
    <li>
      <p>
        <strong>
          {title && path ? (
            <a href={href(path)} lang={foreignLang(locale, title.language === 'und' ? null : title.language)}>
              {title.value}
            </a>
          ) : (
            t('news.nameless')
          )}
        </strong>
        <br />
        <span className="quiet">
          {t('news.since', { date: date(createdAt.slice(0, 10)) })}
          {letters ? '' : ` · ${t('news.portalOnly')}`}
        </span>
      </p>
      <div className="own-actions">
        <form method="post">
          <Intent value="letters" />
          <input type="hidden" name="letters" value={letters ? 'no' : 'yes'} />
          <Button look="quiet" name="id" value={id}>
            {t(letters ? 'news.noLetters' : 'news.lettersAgain')}
          </Button>
        </form>
        <form method="post">
          <Intent value="end" />
          <Button look="quiet" name="id" value={id}>
            {t(watch.isSearch ? 'news.removeSearch' : 'news.unfollow')}
          </Button>
        </form>
      </div>
    </li>
  )
}

/** When letters come, for each sort of news. */
export function ChoicesForm({ choices }: { readonly choices: LetterChoices }) {
  const { t } = useWords()
  const options = rhythms.map((value) => ({ value, label: t(`news.rhythm_${value}`) }))
  return (
    <Section id="letters" title={t('news.lettersTitle')}>
      <p>{t('news.lettersText')}</p>
      <form method="post" className="form-fields">
        <Intent value="choose" />
        {newsSorts.map((sort) => (
          <Field
            key={sort}
            name={sort}
            label={t(`news.sort_${sort}`)}
            value={choices[sort]}
            options={options}
          />
        ))}
        <p>
          <Button look="secondary">{t('news.saveChoices')}</Button>
        </p>
      </form>
    </Section>
  )
}
