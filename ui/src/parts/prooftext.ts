/** A proof as plain text with its citations, for a mail or a report. */
import type { TFunction } from 'i18next'
import type { Proof } from '../api/client'
import type { Lang } from '../shell/lang'
import { exact } from './format'

export function proofText(proof: Proof, lang: Lang, t: TFunction): string {
  const { figure, formula } = proof
  const lines = [`${figure.label[lang]}: ${exact(figure.value, figure.unit)}`]
  if (formula) lines.push(`${t('proof.formula')}: ${formula.text}`, formula.numbers)
  for (const part of proof.parts) lines.push(`  ${part.label[lang]}: ${exact(part.value, part.unit)}`)
  for (const factor of proof.factors) {
    const { citation } = factor
    const source = [citation.title[lang], citation.number, citation.issuer[lang], factor.clause]
    lines.push(
      `  ${factor.subject_label[lang]} · ${factor.quantity_label[lang]}: ${exact(factor.value, factor.unit)}` +
        ` [${source.filter(Boolean).join(', ')}]`,
    )
  }
  lines.push(t('proof.saved', { version: proof.version, at: proof.saved_at, by: proof.saved_by }))
  return lines.filter((line) => line !== '').join('\n')
}
