/** The proof of one figure, at its own address. */
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Drawer } from 'antd'
import { useProof } from '../api/ask'
import type { Proof } from '../api/client'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { copy } from './csv'
import { proofText } from './prooftext'
import { ProofBody } from './ProofBody'
import { Answer } from './states'

function Tools({ proof }: { proof: Proof | undefined }) {
  const { t, lang } = useText()
  const { message } = App.useApp()
  const copyProof = () => {
    if (!proof) return
    void copy(`${proofText(proof, lang, t)}\n${location.href}`).then((isDone) => {
      if (isDone) message.success(t('chart.copied'))
      else message.error(t('chart.not_copied'))
    })
  }
  return (
    <span className="no-print">
      <Button type="text" icon={<CopyOutlined />} onClick={copyProof} disabled={!proof}>{t('proof.copy')}</Button>
      <Button type="text" icon={<PrinterOutlined />} onClick={() => { window.print() }} aria-label={t('proof.print')} title={t('proof.print')} />
    </span>
  )
}

export default function ProofDrawer({ figure }: { figure: string }) {
  const { t } = useText()
  const { cut, set } = useView()
  const proof = useProof(cut, figure)
  return (
    <Drawer
      open
      size={560}
      title={t('proof.title')}
      extra={<Tools proof={proof.data} />}
      onClose={() => { set({ figure: undefined }) }}
      className="proof"
    >
      <Answer of={proof}>{(data) => <ProofBody proof={data} />}</Answer>
    </Drawer>
  )
}
