import { imageSource } from '../files'
import { complain } from '../link'
import { type Behaviour, documentElementOf, tell, text } from './component'

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }

export const image: Behaviour = {
  attached(component) {
    const inner = document.createElement('img')
    inner.addEventListener('load', () =>
      tell(component, 'load', { width: inner.naturalWidth, height: inner.naturalHeight }),
    )
    inner.addEventListener('error', () => {
      complain(`an image cannot be shown: ${inner.src.slice(0, 100)}`)
      tell(component, 'error', { errMsg: `image: ${inner.src}` })
    })
    documentElementOf(component).append(inner)
  },
  changed(component, name, value) {
    const inner = documentElementOf(component).querySelector('img')
    if (!inner) return
    if (name === 'src' && value) inner.src = imageSource(text(value))
    if (name !== 'mode') return
    inner.style.objectFit = FITS[text(value)] ?? 'fill'
    if (value === 'widthFix') inner.style.height = documentElementOf(component).style.height = 'auto'
    if (value === 'heightFix') inner.style.width = documentElementOf(component).style.width = 'auto'
  },
}
