/** The frame around every page: header, menu, chooser, proof drawer. */
import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react'
import { Link, Outlet, useLocation, useNavigation } from 'react-router'
import { usePark, useParks } from '../api/ask'
import { Failure, Waiting } from '../parts/states'
import { Chooser } from './Chooser'
import { setLang, useText, type Lang } from './lang'
import { Menu } from './Menu'
import { NoPark } from './NoPark'
import { Settings } from './Settings'
import { ParkContext, useAddress } from './view'

const ProofDrawer = lazy(() => import('../parts/ProofDrawer'))

function useCurrentPark() {
  const { search } = useAddress()
  const parks = useParks()
  const asked = search.get('park') ?? parks.data?.[0]?.park_id
  const park = usePark(asked)
  return { parks, park, isEmpty: parks.data?.length === 0 && asked === undefined }
}

/** The address may change the language too: a link shared in a chat. */
function useLangOfAddress() {
  const { search } = useAddress()
  const { lang } = useText()
  const asked = search.get('lang')
  useEffect(() => {
    if ((asked === 'zh' || asked === 'en') && asked !== lang) void setLang(asked as Lang)
  }, [asked, lang])
}

/** Moves the focus without touching the address. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

export function Frame() {
  const { t } = useText()
  const { search, link } = useAddress()
  const { pathname } = useLocation()
  const moving = useNavigation().state !== 'idle'
  const [isOpen, setOpen] = useState(false)
  const { parks, park, isEmpty } = useCurrentPark()
  useLangOfAddress()
  useEffect(() => { window.scrollTo(0, 0) }, [pathname])
  const error = parks.error ?? park.error
  const figure = search.get('figure')

  return (
    <div className="frame">
      <a className="skip" href="#content" onClick={skip}>{t('shell.skip')}</a>
      <header className="top">
        <div className="top-line">
          <Button
            className="burger" type="text" icon={<MenuOutlined />}
            aria-label={t('shell.menu')} onClick={() => { setOpen(true) }}
          />
          <Link to={link('/')} className="brand">
            <img src="/mark.svg" alt="" width="24" height="24" />
            <span>{t('app.name')}</span>
          </Link>
          <Settings />
        </div>
        {park.data && <Chooser park={park.data} parks={parks.data ?? []} />}
      </header>
      <div className="body">
        <nav className="side" aria-label={t('shell.menu')}><Menu /></nav>
        <Drawer
          open={isOpen} placement="left" size={240} title={t('app.name')}
          onClose={() => { setOpen(false) }}
        >
          <nav aria-label={t('shell.menu')}><Menu onGo={() => { setOpen(false) }} /></nav>
        </Drawer>
        <main id="content" tabIndex={-1} aria-busy={moving}>
          {error && <Failure error={error} retry={() => { void parks.refetch(); void park.refetch() }} />}
          {isEmpty && <NoPark />}
          {!error && !isEmpty && !park.data && <Waiting />}
          {park.data && (
            <ParkContext value={park.data}>
              <Outlet />
              {figure !== null && <Suspense><ProofDrawer figure={figure} /></Suspense>}
            </ParkContext>
          )}
        </main>
      </div>
    </div>
  )
}
