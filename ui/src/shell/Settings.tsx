/** Language and theme, at the right end of the header. */
import { Pick } from '../parts/Pick'
import { setLang, useText, type Lang } from './lang'
import { useTheme, type Theme } from './theme'
import { useAddress } from './view'

export function Settings() {
  const { t, lang } = useText()
  const { theme, setTheme } = useTheme()
  const { set } = useAddress()
  const pickLang = (next: string) => {
    void setLang(next as Lang)
    set({ lang: next }, true)
  }
  const pickTheme = (next: string) => {
    setTheme(next as Theme)
    set({ theme: undefined }, true)
  }
  return (
    <div className="settings">
      <Pick
        label={t('shell.language')} value={lang} onPick={pickLang}
        options={[{ value: 'zh', label: t('lang.zh') }, { value: 'en', label: t('lang.en') }]}
      />
      <Pick
        label={t('shell.theme')} value={theme} onPick={pickTheme}
        options={[
          { value: 'auto', label: t('theme.auto') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
      />
    </div>
  )
}
