import { createRoot } from 'react-dom/client'
import { Root } from './shell/Root'
import { startLang } from './shell/lang'
import './styles.css'

startLang()
const host = document.getElementById('root')
if (host) createRoot(host).render(<Root />)
