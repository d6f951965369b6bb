/** Leaving with unsaved work asks first. */
import { App } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useText } from '../shell/lang'

const LOSES = ['park', 'version']

export function useLeave(isDirty: boolean): void {
  const { t } = useText()
  const { modal } = App.useApp()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    if (!isDirty) return false
    if (currentLocation.pathname !== nextLocation.pathname) return true
    const [now, next] = [currentLocation, nextLocation].map((place) => new URLSearchParams(place.search))
    return LOSES.some((name) => now?.get(name) !== next?.get(name))
  })
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [isDirty])
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const asked = modal.confirm({
      title: t('leave.title'),
      content: t('leave.what'),
      okText: t('leave.go'),
      cancelText: t('leave.stay'),
      onOk: () => { blocker.proceed() },
      onCancel: () => { blocker.reset() },
    })
    return () => { asked.destroy() }
  }, [blocker, modal, t])
}
