import type { FicheField } from '@hansa/domain/fiche'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import type { Clash } from './form.server.ts'
import { useForm } from './form-context.tsx'
import { ValueView } from './value-view.tsx'
import { isBlank } from './values.ts'

interface ClashChoiceProps {
  readonly clash: Clash
  readonly field: FicheField
  /** What the field says by now. */
  readonly theirs: unknown
  /** The control with what was typed. */
  readonly children: ReactNode
}

/** What two people wrote in the same field, side by side: nothing is kept until one of them chooses. */
export function ClashChoice({ clash, field, theirs, children }: ClashChoiceProps) {
  const { t, date } = useWords()
  const { kind, language, schemes, titles } = useForm()
  const concepts = Object.values(schemes)
    .flat()
    .map((option) => [option.id, option] as const)
  const who = clash.by ?? t('writing.formerMember')
  const view = (
    <ValueView
      {...{ kind, language }}
      path={field.key}
      control={field.control}
      value={theirs}
      titles={{ ...Object.fromEntries(concepts), ...titles }}
    />
  )
  return (
    <div className="clash">
      <div className="clash-side">
        {children}
        <label className="filter-option">
          <input type="radio" name={`keep.${field.key}`} value="mine" defaultChecked />
          <span>{t('writing.keepMine')}</span>
        </label>
      </div>
      <div className="clash-side">
        <p className="clash-by">{t('writing.clashBy', { name: who, date: date(clash.at) })}</p>
        <div className="clash-theirs">{isBlank(theirs) ? t('writing.emptied') : view}</div>
        <label className="filter-option">
          <input type="radio" name={`keep.${field.key}`} value="theirs" />
          <span>{t('writing.keepTheirs', { name: who })}</span>
        </label>
      </div>
    </div>
  )
}
