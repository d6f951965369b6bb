// What the stories ask of a page from within. Injected before the page's own script.
window.__probe = {
  violations: [],

  ready() {
    const main = document.querySelector('main')
    return Boolean(main)
      && main.getAttribute('aria-busy') !== 'true'
      && Boolean(document.querySelector('main h1, main [role=alert]'))
      && !document.querySelector('.ant-skeleton')
      && [...document.querySelectorAll('.canvas')].every((host) => host.querySelector('canvas'))
  },

  // What is wider than the window, unless it sits in something that scrolls by itself.
  cutOff() {
    const scrolls = (node) => Boolean(node) && node !== document.body
      && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(node).overflowX)
        || scrolls(node.parentElement))
    const { scrollWidth } = document.documentElement
    const out = scrollWidth > innerWidth ? [`page is ${scrollWidth} wide`] : []
    for (const node of document.querySelectorAll('main *, header *')) {
      const box = node.getBoundingClientRect()
      if (box.width > 0 && box.right > innerWidth + 1 && !scrolls(node.parentElement)) {
        out.push(`${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)
      }
    }
    return out
  },

  tooSmall() {
    const hasText = (node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '')
    return [...document.querySelectorAll('main *, header *')]
      .filter((node) => hasText(node) && parseFloat(getComputedStyle(node).fontSize) < 12)
      .map((node) => `small: ${node.textContent.slice(0, 40)}`)
  },

  async inaccessible() {
    const found = await window.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    })
    const where = (node) => `${node.target.join(' ')} ${node.html.slice(0, 140)} ${node.failureSummary}`
    return found.violations
      .filter((each) => ['serious', 'critical'].includes(each.impact))
      .map((each) => `${each.id}: ${each.nodes.slice(0, 4).map(where).join(' | ')}`)
  },

  paste(text) {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.grid').dispatchEvent(event)
  },

  maySave() {
    const button = document.querySelector('.grid-bar .ant-btn-primary')
    return Boolean(button) && !button.disabled
  },
}
document.addEventListener('securitypolicyviolation', (event) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = event
  window.__probe.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
})
