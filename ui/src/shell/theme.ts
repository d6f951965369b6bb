/** Light, dark, or as the system says; tokens for antd and for the charts. */
import { createContext, useContext } from 'react'

export type Theme = 'light' | 'dark' | 'auto'
const KEY = 'tanlu.theme'
const isTheme = (text: string | null): text is Theme =>
  text === 'light' || text === 'dark' || text === 'auto'

export function firstTheme(search: string, stored: string | null): Theme {
  const asked = new URLSearchParams(search).get('theme')
  if (isTheme(asked)) return asked
  return isTheme(stored) ? stored : 'auto'
}

export const storedTheme = (): string | null => localStorage.getItem(KEY)

export const systemIsDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches

export function applyTheme(theme: Theme, isDark: boolean): void {
  localStorage.setItem(KEY, theme)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

export interface ThemeState {
  theme: Theme
  isDark: boolean
  setTheme: (theme: Theme) => void
}

export const ThemeContext = createContext<ThemeState>({
  theme: 'auto',
  isDark: false,
  setTheme: () => undefined,
})

export const useTheme = (): ThemeState => useContext(ThemeContext)

/** What charts draw with; the same values as styles.css. */
export const ink = (isDark: boolean) =>
  isDark
    ? { text: '#e4e8e7', faint: '#a3adab', line: '#38413f', panel: '#1b2221', accent: '#e2a25c', primary: '#3fb5ae' }
    : { text: '#1f2726', faint: '#5a6664', line: '#dfe4e2', panel: '#ffffff', accent: '#a85a0c', primary: '#0b7a75' }
export type Ink = ReturnType<typeof ink>
