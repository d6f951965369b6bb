/** Language: from the address, else as last chosen, else the browser's. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Text } from '../api/client'
import en from '../text/en.json'
import zh from '../text/zh.json'

export type Lang = 'zh' | 'en'
const KEY = 'tanlu.lang'

export function firstLang(search: string, stored: string | null, browser: string): Lang {
  const asked = new URLSearchParams(search).get('lang') ?? stored ?? browser
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function applyLang(lang: Lang): void {
  localStorage.setItem(KEY, lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

export function startLang(): void {
  const lang = firstLang(location.search, localStorage.getItem(KEY), navigator.language)
  void i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: lang,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  applyLang(lang)
  document.title = i18next.t('app.title')
}

/** `t` for texts of the page, `say` for texts of the server. */
export function useText() {
  const { t, i18n } = useTranslation()
  const lang: Lang = i18n.language === 'zh' ? 'zh' : 'en'
  return { t, lang, say: (text: Text | null | undefined): string => text?.[lang] ?? '' }
}

export async function setLang(lang: Lang): Promise<void> {
  await i18next.changeLanguage(lang)
  applyLang(lang)
}
