/** Providers around the routes: theme, language, nonce, queries. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, theme as antTheme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router'
import { ApiError } from '../api/client'
import { useText } from './lang'
import { router } from './routes'
import { applyTheme, firstTheme, storedTheme, systemIsDark, ThemeContext, type Theme } from './theme'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => times < 1 && (!(error instanceof ApiError) || error.problem.status >= 500),
    },
  },
})

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const overlay = (): HTMLElement => document.getElementById('overlay') ?? document.body

function useThemeState() {
  const [theme, setTheme] = useState<Theme>(() => firstTheme(location.search, storedTheme()))
  const [isSystemDark, setSystemDark] = useState(systemIsDark)
  const isDark = theme === 'dark' || (theme === 'auto' && isSystemDark)
  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => { setSystemDark(media.matches) }
    media.addEventListener('change', follow)
    return () => { media.removeEventListener('change', follow) }
  }, [])
  useEffect(() => { applyTheme(theme, isDark) }, [theme, isDark])
  return useMemo(() => ({ theme, isDark, setTheme }), [theme, isDark])
}

export function Root() {
  const { lang } = useText()
  const state = useThemeState()
  const look = {
    algorithm: state.isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: state.isDark ? '#23817b' : '#0b7a75',
      borderRadius: 4,
      fontSize: 14,
      colorBgElevated: state.isDark ? '#1b2221' : '#ffffff',
      colorBgContainer: state.isDark ? '#1b2221' : '#ffffff',
      colorTextDescription: state.isDark ? '#a3adab' : '#5a6664',
      colorTextPlaceholder: state.isDark ? '#97a19f' : '#66716f',
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.1s',
      fontFamily: 'inherit',
    },
  }
  return (
    <ThemeContext value={state}>
      <ConfigProvider
        csp={nonce ? { nonce } : {}}
        locale={lang === 'zh' ? zhCN : enUS}
        theme={look}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        getPopupContainer={overlay}
      >
        <App component={false} message={{ top: 64 }}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </ThemeContext>
  )
}
