/** In the order of the data: measure, account, trace, explain, plan, report, catalogue. */
import {
  ApartmentOutlined, BookOutlined, CalculatorOutlined, FileTextOutlined,
  HomeOutlined, LineChartOutlined, OrderedListOutlined, ShareAltOutlined, TableOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import { NavLink } from 'react-router'
import { useText } from './lang'
import { useAddress } from './view'

export function Menu({ onGo }: { onGo?: () => void }) {
  const { t } = useText()
  const { link } = useAddress()
  const items = [
    { path: '/', name: t('menu.home'), icon: <HomeOutlined /> },
    { path: '/data', name: t('menu.data'), icon: <TableOutlined /> },
    { path: '/guide', name: t('menu.guide'), icon: <OrderedListOutlined /> },
    { path: '/account', name: t('menu.account'), icon: <CalculatorOutlined /> },
    { path: '/trace', name: t('menu.trace'), icon: <ShareAltOutlined /> },
    { path: '/explain', name: t('menu.explain'), icon: <ApartmentOutlined /> },
    { path: '/plan', name: t('menu.plan'), icon: <LineChartOutlined /> },
    { path: '/report', name: t('menu.report'), icon: <FileTextOutlined /> },
    { path: '/catalog', name: t('menu.catalog'), icon: <BookOutlined /> },
    { path: '/calc', name: t('menu.calc'), icon: <ThunderboltOutlined /> },
  ]
  return (
    <ul className="menu">
      {items.map((item) => (
        <li key={item.path}>
          <NavLink to={link(item.path)} end={item.path === '/'} onClick={onGo}>
            {item.icon}
            <span>{item.name}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
